package org.keyhopper.fido.internal.ctap;

/** Texts as they fit a device. */
public final class Utf8 {

    private Utf8() {}

    /** Cuts a text to at most so many bytes of UTF-8, never inside a character. */
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

    /** Returns how many bytes a code point takes. */
    static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
