package org.keyhopper.fido.internal.ctap;

/** Truncation of UTF-8 text. */
public final class Utf8 {

    private Utf8() {}

    /** Truncates a text to a maximum of UTF-8 bytes, never within a character. */
    public static String cut(String text, int mostBytes) {
        int bytes = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            bytes += length(codePoint);
            if (bytes > mostBytes) {
                return text.substring(0, end);
            }
            end += Character.charCount(codePoint);
        }
        return text;
    }

    /** Returns the length of a code point in UTF-8 bytes. */
    static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
