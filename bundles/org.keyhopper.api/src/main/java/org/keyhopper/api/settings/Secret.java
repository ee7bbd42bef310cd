package org.keyhopper.api.settings;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A PIN, client secret or token in memory. {@code toString} does not reveal it; wiped by {@link #close()}. Not
 * thread-safe: one owner at a time, and the receiver of a copy closes the copy.
 */
public final class Secret implements AutoCloseable {

    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** Copies {@code characters}; the caller wipes its array. */
    public static Secret of(char[] characters) {
        return new Secret(characters.clone());
    }

    public static Secret of(CharSequence text) {
        char[] characters = new char[text.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = text.charAt(i);
        }
        return new Secret(characters);
    }

    public static Secret ofUtf8(byte[] bytes) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        Secret secret = new Secret(Arrays.copyOfRange(decoded.array(), decoded.position(), decoded.limit()));
        Arrays.fill(decoded.array(), '\0');
        return secret;
    }

    /** Returns a copy, to be wiped by the caller. */
    public char[] toChars() {
        return characters.clone();
    }

    /** Returns the UTF-8 encoding, to be wiped by the caller. */
    public byte[] toUtf8() {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = Arrays.copyOfRange(encoded.array(), encoded.position(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /** Returns an independent copy, to be closed by the caller. */
    public Secret copy() {
        return new Secret(characters.clone());
    }

    public boolean isEmpty() {
        return characters.length == 0;
    }

    /** Returns the length in Unicode code points, the unit of minPINLength (CTAP 2.2 section 6.4). */
    public int codePoints() {
        return Character.codePointCount(characters, 0, characters.length);
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(characters, secret.characters);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "***";
    }
}
