package org.keyhopper.escrow.internal;

/** A sealed PIN is not as it must be; the message names what is wrong. */
public final class InvalidPinException extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidPinException(String what) {
        super(what);
    }

    public static void unless(boolean holds, String what) throws InvalidPinException {
        if (!holds) {
            throw new InvalidPinException(what);
        }
    }
}
