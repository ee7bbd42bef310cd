package org.keyhopper.transport.pcsc.internal;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.transport.pcsc.internal.apdu.AtrCapabilities;

/**
 * What the name of a reader tells. Names are the only thing PC/SC gives for sure, and they are what the maker and the
 * driver chose: this is a table of experience and can be wrong for a reader it does not know.
 */
final class ReaderFacts {

    /** Smart-card interfaces of USB keys whose FIDO application is reachable over USB HID only. */
    private static final List<String> NOT_FOR_FIDO = List.of("nitrokey", "solokey", "solo 2");

    private static final List<String> CONTACTLESS_WORDS = List.of(
            "contactless", "picc", "nfc", "rfid", "-cl", " cl ", "(cl)", "acr122", "acr1252", "5022", "5023", "5025");

    /** Readers that pass 256 bytes at most. */
    private static final List<String> SHORT_ONLY = List.of("5321", "6321", "aviator", "5021", "5421", "crescendo key");

    /** Readers known to leave the field on when told to take the power off a card. */
    private static final List<String> FIELD_STAYS_ON = List.of("omnikey 5022", "acr1252");

    private ReaderFacts() {}

    static boolean isForFido(String reader) {
        return !namesOneOf(reader, NOT_FOR_FIDO);
    }

    /**
     * Tells contact from contactless: by the ATR, which readers make up by rule for contactless cards, else by name.
     *
     * @param atr in hex; empty when unknown
     */
    static DeviceKind kind(String reader, String atr) {
        boolean contactless =
                atr.isEmpty() ? namesOneOf(reader, CONTACTLESS_WORDS) : AtrCapabilities.contactless(bytes(atr));
        return contactless ? DeviceKind.CONTACTLESS_CARD : DeviceKind.CONTACT_CARD;
    }

    /** Whether nothing speaks against extended APDUs, and the card claims to take them. */
    static boolean takesExtended(String reader, String atr) {
        return !namesOneOf(reader, SHORT_ONLY) && AtrCapabilities.extendedLength(bytes(atr));
    }

    static boolean canUnpower(String reader) {
        return !namesOneOf(reader, FIELD_STAYS_ON);
    }

    private static boolean namesOneOf(String reader, List<String> words) {
        String name = reader.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(name::contains);
    }

    private static byte[] bytes(String atr) {
        return HexFormat.of().parseHex(atr);
    }
}
