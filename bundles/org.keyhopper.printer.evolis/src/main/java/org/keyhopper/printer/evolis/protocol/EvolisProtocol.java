package org.keyhopper.printer.evolis.protocol;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.ByteStream;

/** The command language of Evolis printers: ESC, command and parameters joined by semicolons, CR; replies end with NUL. */
public final class EvolisProtocol {

    public static final String MODEL = "Rtp";
    public static final String SERIAL = "Rsn";
    public static final String FIRMWARE = "Rfv";
    static final String LAST_REPLY = "Rlr";
    public static final String CARD_INSIDE = "Rlr;p";
    static final String FEEDER_SENSOR = "Rse;f";
    static final String COVER_SENSOR = "Rse;o";
    static final String STATUS_ON = "Pps;1";
    public static final String EJECT = "Se";
    public static final String CLEAR = "Scs";
    static final String ERRORS_TO_HOST = "Pem;2";
    static final String ERRORS_TO_PRINTER = "Pem;0";

    private static final byte ESC = 0x1B;
    private static final byte CR = 0x0D;
    private static final int MAX_REPLY = 4096;

    private EvolisProtocol() {}

    /** Returns the command that moves a card to an encoder, from the feeder if none is inside. */
    public static String toEncoder(Encoder encoder) {
        return encoder == Encoder.CONTACT ? "Sis" : "Sic";
    }

    static byte[] encode(String command) {
        byte[] text = command.getBytes(StandardCharsets.US_ASCII);
        byte[] framed = new byte[text.length + 2];
        framed[0] = ESC;
        System.arraycopy(text, 0, framed, 1, text.length);
        framed[framed.length - 1] = CR;
        return framed;
    }

    static String readReply(ByteStream from, Deadline deadline) throws IOException, InterruptedException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = from.read(deadline); next != 0; next = from.read(deadline)) {
            if (next < 0 || text.size() == MAX_REPLY) {
                throw new EOFException("unterminated reply: " + text.toString(StandardCharsets.US_ASCII));
            }
            text.write(next);
        }
        return text.toString(StandardCharsets.US_ASCII).strip();
    }
}
