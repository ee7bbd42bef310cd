package org.keyhopper.transport.helper;

/** Thrown if serving is not possible; the message is shown to the user. */
public final class HelperRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public HelperRefusedException(String message) {
        super(message);
    }

    public HelperRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
