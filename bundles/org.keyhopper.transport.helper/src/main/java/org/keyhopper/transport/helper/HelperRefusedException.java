package org.keyhopper.transport.helper;

/** Helping is not possible here; the message says why, for a person. */
public final class HelperRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public HelperRefusedException(String message) {
        super(message);
    }

    public HelperRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
