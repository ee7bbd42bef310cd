package org.keyhopper.rehearsal.authenticator.internal;

/** Ends the current command with a status; converted to the response by the dispatcher. */
public final class CtapFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /** Creates a failure with this status. */
    public CtapFailure(Status status) {
        this(status.code());
    }

    /** Creates a failure with a status byte set by the personality. */
    public CtapFailure(int code) {
        super("CTAP status 0x%02X".formatted(code), null, false, false);
        this.code = code;
    }

    /** Returns the status byte. */
    public int code() {
        return code;
    }
}
