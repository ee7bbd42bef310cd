package org.keyhopper.documents.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes the bytes of a file strictly, so that no wrong character gets into a name in the directory. */
public final class CsvDecoder {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvDecoder() {}

    /** Returns the text without byte order mark. */
    public static String decode(byte[] bytes) throws DocumentFaultException {
        refuseUtf16(bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new DocumentFaultException(
                    lineAt(bytes, in.position()),
                    "",
                    "This line has a letter that is not stored as UTF-8. Save the file as \"CSV UTF-8\" and try"
                            + " again.");
        }
        String text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void refuseUtf16(byte[] bytes) throws DocumentFaultException {
        boolean marked = bytes.length >= 2
                && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
        if (marked) {
            throw new DocumentFaultException(
                    0, "", "The file is stored as Unicode text (UTF-16). Save it as \"CSV UTF-8\" and try again.");
        }
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            boolean ends = bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'));
            line += ends ? 1 : 0;
        }
        return line;
    }
}
