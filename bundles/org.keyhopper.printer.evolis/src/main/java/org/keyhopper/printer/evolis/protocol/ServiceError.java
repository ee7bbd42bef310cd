package org.keyhopper.printer.evolis.protocol;

/**
 * An error of the vendor's service. Messages vary in wording and spaces, so only the code is evaluated.
 *
 * @param code from the vendor's list
 * @param message for the log
 */
record ServiceError(int code, String message) {

    /** What an error means for the command. */
    enum Kind {
        /** The service behind the interface is not running. Nothing was executed. */
        SERVICE_ABSENT,
        /** The request is not understood or not allowed. Nothing was executed. */
        REFUSED,
        /** The printer is unknown, not supervised or switched off. Nothing was executed. */
        NOT_FOUND,
        /** Another client holds the printer. Nothing was executed. */
        RESERVED,
        /** The printer did not accept the command: if reported at once, nothing was executed. */
        NOT_TAKEN,
        /** The printer accepted the command and did not reply in time; it may still execute it. */
        TIMED_OUT,
        /** The command may have been executed. */
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
