package org.keyhopper.printer.matica.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;

/** Commands of XID printers: a byte for the command, one for the number of parameters, and the parameters. */
public final class MaticaProtocol {

    static final int READY = 0x01020000;
    static final int POSITION = 0x02020000;
    public static final int INITIALISE = 0x03020000;
    public static final int EJECT = 0x05020005;
    public static final int REJECT = 0x05020004;

    private static final int LOAD = 0x04020000;
    private static final int MOVE = 0x05020000;
    private static final int ENGAGE = 0x0A020000;
    private static final int CONTACTLESS = 0x1000;
    private static final int RELEASE = 0x4000;
    private static final int AT_CONTACT = 1;
    private static final int AT_CONTACTLESS = 2;
    private static final int AT_REJECT = 4;
    private static final int AT_EJECT = 5;

    private static final int FIRST_SEQUENCE = 0x99999999;
    private static final String FAMILY = "XID";
    private static final String XID8600 = "XID8600";
    private static final int MODEL_AT = 40;
    private static final int MODEL_LENGTH = 16;
    private static final int DOCUMENT_LENGTH = 108;
    private static final int DATE_AT = 4;
    private static final int OWNER_AT = 12;
    private static final int DOCUMENT_NAME_AT = 44;
    private static final int YEARS_FROM = 1900;

    private MaticaProtocol() {}

    public static int load(Encoder encoder) {
        return LOAD | position(encoder);
    }

    public static int move(Encoder encoder) {
        return MOVE | position(encoder);
    }

    public static int engage(Encoder encoder) {
        return encoder == Encoder.CONTACT ? ENGAGE : ENGAGE | CONTACTLESS;
    }

    public static int release(Encoder encoder) {
        return engage(encoder) | RELEASE;
    }

    /** Returns the location in the reply to {@link #POSITION}; a card that reached an exit is not inside. */
    static CardLocation location(byte[] reply) {
        if (reply.length < 4) {
            return CardLocation.UNKNOWN;
        }
        boolean none = reply[2] != 0;
        return none
                ? CardLocation.HOPPER
                : switch (reply[3]) {
                    case AT_CONTACT -> CardLocation.CONTACT;
                    case AT_CONTACTLESS -> CardLocation.CONTACTLESS;
                    case AT_REJECT, AT_EJECT -> CardLocation.HOPPER;
                    default -> CardLocation.INSIDE;
                };
    }

    /** Returns the model in a welcome message. */
    static String model(MaticaMessage welcome) {
        byte[] data = welcome.data();
        return data.length < MODEL_AT + MODEL_LENGTH
                ? ""
                : new String(data, MODEL_AT, MODEL_LENGTH, StandardCharsets.US_ASCII)
                        .replace('\0', ' ')
                        .strip();
    }

    /** Returns whether the model belongs to the family that uses this protocol. */
    static boolean isKnown(String model) {
        return model.startsWith(FAMILY);
    }

    /** Returns the message that the printer expects after its welcome: date, owner and name of the document. */
    static MaticaMessage document(String model, LocalDateTime now) {
        ByteBuffer data = ByteBuffer.allocate(DOCUMENT_LENGTH);
        data.put(DATE_AT, new byte[] {
            (byte) (now.getYear() - YEARS_FROM),
            (byte) (now.getMonthValue() - 1),
            (byte) now.getDayOfMonth(),
            (byte) now.getHour(),
            (byte) now.getMinute(),
            (byte) now.getSecond()
        });
        data.put(OWNER_AT, "Keyhopper".getBytes(StandardCharsets.UTF_16LE));
        data.put(DOCUMENT_NAME_AT, "Encoding".getBytes(StandardCharsets.UTF_16LE));
        return new MaticaMessage(
                MaticaMessage.DOCUMENT, model.startsWith(XID8600) ? 2 : 0, FIRST_SEQUENCE, data.array());
    }

    private static int position(Encoder encoder) {
        return encoder == Encoder.CONTACT ? AT_CONTACT : AT_CONTACTLESS;
    }
}
