package org.keyhopper.printer.matica.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.ByteStream;

/**
 * One message: big-endian words for function, number of following words, status and sequence number, then data.
 *
 * @param function the message type; in a reply, the lowest bit of its first byte is set
 * @param status a parameter, or the error of a reply, 0 for none
 * @param sequence copied from request to reply
 * @param data whole words
 */
public record MaticaMessage(int function, int status, int sequence, byte[] data) {

    static final int COMMAND = 0xF0000100;
    static final int DONE = 0xF1000100;
    static final int REFUSED = 0xF1000200;
    static final int DONE_WITH_DATA = 0xF1000300;
    static final int WELCOME = 0xF3000200;
    static final int DOCUMENT = 0xF2000300;
    static final int DOCUMENT_ACCEPTED = 0xF3000400;

    private static final int WORD = 4;
    private static final int WORDS_BEFORE_DATA = 2;
    private static final int MAX_WORDS = 1 << 16;

    static MaticaMessage command(int sequence, int command) {
        return new MaticaMessage(
                COMMAND, 0, sequence, ByteBuffer.allocate(WORD).putInt(command).array());
    }

    byte[] encoded() {
        return ByteBuffer.allocate(WORD * (WORDS_BEFORE_DATA * 2) + data.length)
                .putInt(function)
                .putInt(WORDS_BEFORE_DATA + data.length / WORD)
                .putInt(status)
                .putInt(sequence)
                .put(data)
                .array();
    }

    static MaticaMessage read(ByteStream from, Deadline deadline) throws IOException, InterruptedException {
        int function = word(from, deadline);
        int words = word(from, deadline);
        if (words < WORDS_BEFORE_DATA || words > MAX_WORDS) {
            throw new IOException("message of %d words".formatted(words));
        }
        int status = word(from, deadline);
        int sequence = word(from, deadline);
        byte[] data = new byte[(words - WORDS_BEFORE_DATA) * WORD];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) octet(from, deadline);
        }
        return new MaticaMessage(function, status, sequence, data);
    }

    private static int word(ByteStream from, Deadline deadline) throws IOException, InterruptedException {
        int word = 0;
        for (int i = 0; i < WORD; i++) {
            word = word << Byte.SIZE | octet(from, deadline);
        }
        return word;
    }

    private static int octet(ByteStream from, Deadline deadline) throws IOException, InterruptedException {
        int next = from.read(deadline);
        if (next < 0) {
            throw new EOFException("connection closed within a message");
        }
        return next;
    }
}
