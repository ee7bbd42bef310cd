package org.keyhopper.rehearsal.authenticator.internal;

/** Ends the command in hand with a status; turned into the answer at the edge of the engine. */
public final class CtapFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /** Ends the command with this status. */
    public CtapFailure(Status status) {
        this(status.code());
    }

    /** Ends the command with a status byte set by the personality. */
    public CtapFailure(int code) {
        super("CTAP status 0x%02X".formatted(code), null, false, false);
        this.code = code;
    }

    /** The byte on the wire. */
    public int code() {
        return code;
    }
}
