package org.keyhopper.host.internal.command;

/** Thrown for unusable input; the message is shown to the user. */
final class InputRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    InputRefusedException(String message) {
        super(message);
    }
}
