package org.keyhopper.transport.pcsc.internal.apdu;

import org.keyhopper.api.transport.ChannelException;

/** Repeats a command once with the Le that the card asks for by 6Cxx, which means that nothing was done yet. */
final class CorrectLe implements ApduLink {

    private final ApduLink card;

    CorrectLe(ApduLink card) {
        this.card = card;
    }

    @Override
    public byte[] transmit(byte[] command) throws ChannelException {
        byte[] bytes = card.transmit(command);
        ResponseApdu answer = ResponseApdu.of(bytes);
        return answer.sw1() == StatusWord.WRONG_LE ? card.transmit(withLe(command, answer.sw2())) : bytes;
    }

    private static byte[] withLe(byte[] command, int le) {
        byte[] corrected = command.clone();
        corrected[corrected.length - 1] = (byte) le;
        return corrected;
    }
}
