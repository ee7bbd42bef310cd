package org.keyhopper.transport.pcsc.internal.apdu;

import org.keyhopper.api.transport.ChannelException;

/** Repeats a command once with the Le that the card requests by 6Cxx, which means that nothing was executed yet. */
final class CorrectLe implements ApduLink {

    /** Class, instruction, two parameters, and the length of the data or of the response. */
    private static final int WITHOUT_DATA = 5;

    private final ApduLink card;

    CorrectLe(ApduLink card) {
        this.card = card;
    }

    @Override
    public byte[] transmit(byte[] command) throws ChannelException {
        byte[] bytes = card.transmit(command);
        ResponseApdu answer = ResponseApdu.of(bytes);
        return answer.sw1() == StatusWord.WRONG_LE && hasLe(command)
                ? card.transmit(withLe(command, answer.sw2()))
                : bytes;
    }

    /** Blocks of a chain before the last one have no Le: their last byte is data. */
    private static boolean hasLe(byte[] command) {
        return command.length != WITHOUT_DATA + Byte.toUnsignedInt(command[WITHOUT_DATA - 1])
                || command[WITHOUT_DATA - 1] == 0;
    }

    private static byte[] withLe(byte[] command, int le) {
        byte[] corrected = command.clone();
        corrected[corrected.length - 1] = (byte) le;
        return corrected;
    }
}
