package org.keyhopper.printer.evolis.internal;

/**
 * An error of the vendor's service. Its messages differ in wording and blanks: only the code counts.
 *
 * @param code from the vendor's list
 * @param message for the log
 */
record ServiceError(int code, String message) {

    /** What an error means for the command that got it. */
    enum Kind {
        /** The service behind the interface is not there. Nothing was begun. */
        SERVICE_ABSENT,
        /** The request is not understood or not allowed. Nothing was begun. */
        REFUSED,
        /** The printer is not known or not looked after, or it is off. Nothing was begun. */
        NOT_FOUND,
        /** Another client holds the printer. Nothing was begun. */
        RESERVED,
        /** The printer did not take the command: said at once, nothing was begun. */
        NOT_TAKEN,
        /** The printer took it and did not answer in time; it may still carry it out. */
        TIMED_OUT,
        /** It was begun or not. */
        OTHER
    }

    Kind kind() {
        return switch (code) {
            case -32000 -> Kind.SERVICE_ABSENT;
            case -32700, -32600, -32601, -32602, -32603 -> Kind.REFUSED;
            case 1400, 1401, 1402, 1403, 1500, 1501, 1502 -> Kind.REFUSED;
            case 1100, 1302 -> Kind.NOT_FOUND;
            case 1300 -> Kind.RESERVED;
            case 1200, 1201, 1202, 1303 -> Kind.NOT_TAKEN;
            case 1301 -> Kind.TIMED_OUT;
            default -> Kind.OTHER;
        };
    }

    boolean isNoStatus() {
        return code == 1303;
    }

    @Override
    public String toString() {
        return (code + " " + message).strip();
    }
}
