package org.keyhopper.rehearsal.sandbox;

/** A credential refused, with the reason as a directory words it. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }
}
