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

/** Reads and writes the fields of messages. Input is validated; output is truncated to the limits of the receiver. */
final class MessageFields {

    private static final int MAX_TEXT = 500;
    private static final long MAX_WAIT = Duration.ofMinutes(30).toMillis();

    private MessageFields() {}

    /** Writes a message. */
    @FunctionalInterface
    interface Writer {
        void to(DataOutput out) throws IOException;
    }

    /** Reads a message. */
    @FunctionalInterface
    interface Reader<T> {
        T from(DataInput in) throws IOException;
    }

    static byte[] written(Writer writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Reads a whole frame; missing and excess bytes are errors. */
    static <T> T read(byte[] frame, Reader<T> reading) throws MalformedMessage {
        ByteArrayInputStream bytes = new ByteArrayInputStream(frame);
        try {
            T message = reading.from(new DataInputStream(bytes));
            if (bytes.available() > 0) {
                throw new MalformedMessage(bytes.available() + " excess bytes");
            }
            return message;
        } catch (MalformedMessage malformed) {
            throw malformed;
        } catch (IOException | IllegalArgumentException malformed) {
            throw new MalformedMessage("unreadable message", malformed);
        }
    }

    static void writeText(DataOutput out, String text) throws IOException {
        out.writeUTF(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
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
        if (millis < 0 || millis > MAX_WAIT) {
            throw new MalformedMessage("a wait of " + millis + " ms");
        }
        return millis;
    }

    static long millis(Duration wait) {
        return Math.min(MAX_WAIT, wait.toMillis());
    }

    static boolean readBoolean(DataInput in) throws IOException {
        int value = in.readUnsignedByte();
        if (value > 1) {
            throw new MalformedMessage("not a boolean: " + value);
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
