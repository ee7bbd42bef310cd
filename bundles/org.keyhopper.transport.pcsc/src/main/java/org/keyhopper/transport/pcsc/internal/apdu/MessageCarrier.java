package org.keyhopper.transport.pcsc.internal.apdu;

import java.util.Arrays;
import org.keyhopper.api.transport.ChannelException;

/**
 * Sends NFCCTAP_MSG (CTAP 2.2 section 11.3.5.1) in the form that the card supports. Falls back when the card refuses:
 * from extended to short APDUs with chaining, from P1 80 to 00, and to selecting the applet again if another one
 * responded. Each fallback requires a status word meaning that the command was not executed.
 */
final class MessageCarrier {

    private static final int CLA = 0x80;
    private static final int CHAINED = 0x10;
    private static final int INS = 0x10;
    private static final int KEEP_ALIVE_SUPPORTED = 0x80;
    private static final byte GET_INFO = 0x04;

    /** Limits the whole APDU to 256 bytes, the maximum of some readers. */
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
        ResponseApdu answer = retryAfterSelect(message, firstTry(message));
        answer = retryWithShortApdus(message, answer);
        answer = retryWithoutPolling(message, answer);
        if (answer.succeeded() || answer.keepsAlive()) {
            traits.accepted();
            applet.answered();
        }
        return answer;
    }

    private ResponseApdu firstTry(byte[] message) throws ChannelException {
        boolean onTrial = traits.extendedOnTrial();
        try {
            return sendOnce(message);
        } catch (ChannelException failure) {
            if (!onTrial) {
                throw failure;
            }
            traits.keepToShort();
            return retryGetInfo(message, failure);
        }
    }

    private ResponseApdu retryGetInfo(byte[] message, ChannelException failure) throws ChannelException {
        if (message[0] != GET_INFO) {
            throw failure;
        }
        return sendOnce(message);
    }

    private ResponseApdu retryWithShortApdus(byte[] message, ResponseApdu answer) throws ChannelException {
        if (!traits.extended() || answer.sw() != StatusWord.WRONG_LENGTH) {
            return answer;
        }
        traits.keepToShort();
        return sendOnce(message);
    }

    private ResponseApdu retryAfterSelect(byte[] message, ResponseApdu answer) throws ChannelException {
        if (!StatusWord.mayMeanNotSelected(answer.sw()) || !applet.mayHaveBeenLeft()) {
            return answer;
        }
        applet.select();
        return sendOnce(message);
    }

    private ResponseApdu retryWithoutPolling(byte[] message, ResponseApdu answer) throws ChannelException {
        if (!StatusWord.mayMeanP1Refused(answer.sw()) || !traits.pollingOnTrial()) {
            return answer;
        }
        traits.setPolling(false);
        ResponseApdu second = sendOnce(message);
        traits.setPolling(StatusWord.mayMeanP1Refused(second.sw()));
        return second;
    }

    private ResponseApdu sendOnce(byte[] message) throws ChannelException {
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
        return traits.polling() ? KEEP_ALIVE_SUPPORTED : 0;
    }
}
