package org.keyhopper.transport.helper;

/** Helping is not possible here; the message says why, for a person. */
public final class HelperRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public HelperRefused(String message) {
        super(message);
    }

    public HelperRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
