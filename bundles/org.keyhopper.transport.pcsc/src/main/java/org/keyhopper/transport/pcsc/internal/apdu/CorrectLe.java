package org.keyhopper.transport.pcsc.internal.apdu;

import org.keyhopper.api.transport.ChannelException;

/** Repeats a command once with the Le that the card asks for by 6Cxx, which means that nothing was done yet. */
final class CorrectLe implements ApduLink {

    /** Class, instruction, two parameters, and the length of the data or of the answer. */
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

    /** The blocks of a chain before its last have none: their last byte is the message's. */
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
