package org.keyhopper.host.internal.command;

/** What was given cannot be used; the message says what and why, for a person. */
final class InputRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    InputRefusedException(String message) {
        super(message);
    }
}
