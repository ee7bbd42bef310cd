package org.keyhopper.directory.support.webauthn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the CBOR that CTAP2 allows (CTAP 2.1 section 8): definite lengths, few levels. Malformed input ends in
 * IllegalArgumentException or BufferUnderflowException.
 */
final class CborReader {

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int SIMPLE = 7;
    private static final int DEEPEST = 8;

    private final ByteBuffer input;

    CborReader(byte[] cbor) {
        input = ByteBuffer.wrap(cbor);
    }

    /** Returns how many bytes were read. */
    int position() {
        return input.position();
    }

    /** Enters a map and returns how many pairs it has. */
    long map() {
        return head(MAP);
    }

    String text() {
        return new String(content(head(TEXT)), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return content(head(BYTES));
    }

    /** Reads an integer of either sign, or -1 for a text label, which no caller looks for. */
    long integer() {
        int type = (input.get(input.position()) & 0xFF) >> 5;
        if (type == TEXT) {
            skip();
            return -1;
        }
        return type == NEGATIVE ? -1 - head(NEGATIVE) : head(UNSIGNED);
    }

    void skip() {
        skip(DEEPEST);
    }

    private void skip(int levels) {
        if (levels == 0) {
            throw new IllegalArgumentException("too many levels");
        }
        int type = (input.get(input.position()) & 0xFF) >> 5;
        long value = head(type);
        switch (type) {
            case UNSIGNED, NEGATIVE, SIMPLE -> {}
            case BYTES, TEXT -> content(value);
            case ARRAY -> skipAll(value, levels - 1);
            case MAP -> skipAll(2 * value, levels - 1);
            default -> throw new IllegalArgumentException("type " + type);
        }
    }

    private void skipAll(long count, int levels) {
        for (long left = count; left > 0; left--) {
            skip(levels);
        }
    }

    private byte[] content(long length) {
        if (length > input.remaining()) {
            throw new IllegalArgumentException("cut off");
        }
        byte[] content = new byte[(int) length];
        input.get(content);
        return content;
    }

    private long head(int type) {
        int first = input.get() & 0xFF;
        if (first >> 5 != type) {
            throw new IllegalArgumentException("type " + (first >> 5) + " in place of " + type);
        }
        int info = first & 0x1F;
        long value =
                switch (info) {
                    case 24 -> input.get() & 0xFF;
                    case 25 -> input.getShort() & 0xFFFF;
                    case 26 -> input.getInt() & 0xFFFF_FFFFL;
                    case 27 -> input.getLong();
                    default -> info;
                };
        if (info > 27 || value < 0) {
            throw new IllegalArgumentException("length " + info);
        }
        return value;
    }
}
