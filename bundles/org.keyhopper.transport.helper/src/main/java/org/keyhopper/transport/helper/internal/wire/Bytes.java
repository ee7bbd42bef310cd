package org.keyhopper.transport.helper.internal.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The pieces of which messages are made. What is read is checked; what is written is cut to what the other side takes. */
final class Bytes {

    private static final int LONGEST_TEXT = 500;
    private static final long LONGEST_WAIT = Duration.ofMinutes(30).toMillis();

    private Bytes() {}

    /** Writes a message. */
    @FunctionalInterface
    interface Writing {
        void to(DataOutput out) throws IOException;
    }

    /** Reads a message. */
    @FunctionalInterface
    interface Reading<T> {
        T from(DataInput in) throws IOException;
    }

    static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Reads a whole frame: too few bytes and too many are both wrong. */
    static <T> T read(byte[] frame, Reading<T> reading) throws MalformedMessage {
        ByteArrayInputStream bytes = new ByteArrayInputStream(frame);
        try {
            T message = reading.from(new DataInputStream(bytes));
            if (bytes.available() > 0) {
                throw new MalformedMessage(bytes.available() + " bytes too many");
            }
            return message;
        } catch (MalformedMessage malformed) {
            throw malformed;
        } catch (IOException | IllegalArgumentException malformed) {
            throw new MalformedMessage("a message that cannot be read", malformed);
        }
    }

    static void writeText(DataOutput out, String text) throws IOException {
        out.writeUTF(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    }

    static void writeMessage(DataOutput out, byte[] message) throws IOException {
        out.writeShort(message.length);
        out.write(message);
    }

    static byte[] readMessage(DataInput in) throws IOException {
        int length = in.readUnsignedShort();
        if (length < 1 || length > Request.LONGEST_MESSAGE) {
            throw new MalformedMessage("a CTAP message of " + length + " bytes");
        }
        byte[] message = new byte[length];
        in.readFully(message);
        return message;
    }

    static long readMillis(DataInput in) throws IOException {
        long millis = in.readLong();
        if (millis < 0 || millis > LONGEST_WAIT) {
            throw new MalformedMessage("a wait of " + millis + " ms");
        }
        return millis;
    }

    static long millis(Duration wait) {
        return Math.min(LONGEST_WAIT, wait.toMillis());
    }

    static boolean readBoolean(DataInput in) throws IOException {
        int value = in.readUnsignedByte();
        if (value > 1) {
            throw new MalformedMessage("neither yes nor no: " + value);
        }
        return value == 1;
    }

    static <E extends Enum<E>> E readEnum(DataInput in, E[] values) throws IOException {
        int ordinal = in.readUnsignedByte();
        if (ordinal >= values.length) {
            throw new MalformedMessage("value " + ordinal + " of " + values.length);
        }
        return values[ordinal];
    }
}
