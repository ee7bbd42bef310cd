package org.keyhopper.transport.pcsc.internal.apdu;

import java.util.Arrays;
import org.keyhopper.api.transport.ChannelException;

/**
 * Sends NFCCTAP_MSG (CTAP 2.2 section 11.3.5.1) in the form the card takes. Climbs down when the card refuses: extended
 * to short with chaining, P1 80 to 00, and SELECT again when another applet answered. Each of these happens only after
 * a status word which says that the command was not carried out.
 */
final class MessageCarrier {

    private static final int CLA = 0x80;
    private static final int CHAINED = 0x10;
    private static final int INS = 0x10;
    private static final int KEEP_ALIVE_WELCOME = 0x80;
    private static final byte GET_INFO = 0x04;

    /** Keeps the whole APDU within 256 bytes, which is all that some readers pass on. */
    private static final int BLOCK = 250;

    private final ApduLink card;
    private final FidoApplet applet;
    private final CardTraits traits;

    MessageCarrier(ApduLink card, FidoApplet applet, CardTraits traits) {
        this.card = card;
        this.applet = applet;
        this.traits = traits;
    }

    ResponseApdu send(byte[] message) throws ChannelException {
        ResponseApdu answer = withSelect(message, firstTry(message));
        answer = withShortApdus(message, answer);
        answer = withoutPolling(message, answer);
        if (answer.succeeded() || answer.keepsAlive()) {
            traits.accepted();
            applet.answered();
        }
        return answer;
    }

    private ResponseApdu firstTry(byte[] message) throws ChannelException {
        boolean onTrial = traits.extendedOnTrial();
        try {
            return once(message);
        } catch (ChannelException failure) {
            if (!onTrial) {
                throw failure;
            }
            traits.keepToShort();
            return onlyWhenHarmless(message, failure);
        }
    }

    private ResponseApdu onlyWhenHarmless(byte[] message, ChannelException failure) throws ChannelException {
        if (message[0] != GET_INFO) {
            throw failure;
        }
        return once(message);
    }

    private ResponseApdu withShortApdus(byte[] message, ResponseApdu answer) throws ChannelException {
        if (!traits.extended() || answer.sw() != StatusWord.WRONG_LENGTH) {
            return answer;
        }
        traits.keepToShort();
        return once(message);
    }

    private ResponseApdu withSelect(byte[] message, ResponseApdu answer) throws ChannelException {
        if (!StatusWord.mayMeanNotSelected(answer.sw()) || !applet.mayHaveBeenLeft()) {
            return answer;
        }
        applet.select();
        return once(message);
    }

    private ResponseApdu withoutPolling(byte[] message, ResponseApdu answer) throws ChannelException {
        if (!StatusWord.mayMeanP1Refused(answer.sw()) || !traits.pollingOnTrial()) {
            return answer;
        }
        traits.setPolling(false);
        ResponseApdu second = once(message);
        traits.setPolling(StatusWord.mayMeanP1Refused(second.sw()));
        return second;
    }

    private ResponseApdu once(byte[] message) throws ChannelException {
        return ResponseApdu.of(traits.extended() ? card.transmit(extended(message)) : chained(message));
    }

    private byte[] extended(byte[] message) {
        return new CommandApdu(CLA, INS, p1(), 0, message).extendedForm();
    }

    private byte[] chained(byte[] message) throws ChannelException {
        int start = 0;
        while (message.length - start > BLOCK) {
            int end = start + BLOCK;
            byte[] block = Arrays.copyOfRange(message, start, end);
            byte[] answer = card.transmit(new CommandApdu(CLA | CHAINED, INS, p1(), 0, block).chainedForm());
            if (!ResponseApdu.of(answer).succeeded()) {
                return answer;
            }
            start = end;
        }
        byte[] rest = Arrays.copyOfRange(message, start, message.length);
        return card.transmit(new CommandApdu(CLA, INS, p1(), 0, rest).shortForm());
    }

    private int p1() {
        return traits.polling() ? KEEP_ALIVE_WELCOME : 0;
    }
}
