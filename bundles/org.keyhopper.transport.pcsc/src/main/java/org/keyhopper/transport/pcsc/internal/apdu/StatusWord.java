package org.keyhopper.transport.pcsc.internal.apdu;

import java.util.Set;

/** The status words that are handled, with their meaning (ISO 7816-4 section 5.6, CTAP 2.2 section 11.3). */
final class StatusWord {

    static final int SUCCESS = 0x9000;
    static final int KEEP_ALIVE = 0x9100;
    static final int WRONG_LENGTH = 0x6700;
    static final int MORE_DATA = 0x61;
    static final int WRONG_LE = 0x6C;
    static final int CTAP_STATUS = 0x6F;

    private static final Set<Integer> NOT_SELECTED = Set.of(0x6D00, 0x6E00, 0x6985);
    private static final Set<Integer> P1_REFUSED = Set.of(0x6A81, 0x6A86, 0x6B00, 0x6D00);
    private static final Set<Integer> UNKNOWN_COMMAND = Set.of(0x6D00, 0x6E00);
    private static final Set<Integer> READER_LOST_CARD = Set.of(0x6300, 0x6401);

    private StatusWord() {}

    /** Returns whether another applet may have responded: the command was not executed. */
    static boolean mayMeanNotSelected(int sw) {
        return NOT_SELECTED.contains(sw);
    }

    /** Returns whether the card may have refused P1: the command was not executed. */
    static boolean mayMeanP1Refused(int sw) {
        return P1_REFUSED.contains(sw);
    }

    static boolean isUnknownCommand(int sw) {
        return UNKNOWN_COMMAND.contains(sw);
    }

    /** Returns whether a contactless reader generates this word because the card does not respond any more. */
    static boolean meansReaderLostCard(int sw) {
        return READER_LOST_CARD.contains(sw);
    }

    /** Returns whether the low byte is a CTAP status, which some firmware returns instead of response data. */
    static boolean carriesCtapStatus(int sw) {
        return sw >> 8 == CTAP_STATUS && (sw & 0xFF) != 0;
    }

    static String hex(int sw) {
        return "%04X".formatted(sw);
    }
}
