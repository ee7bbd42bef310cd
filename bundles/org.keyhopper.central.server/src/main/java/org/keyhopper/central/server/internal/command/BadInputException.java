package org.keyhopper.central.server.internal.command;

/** Thrown when a command cannot use what it was given; the message is for the administrator. */
final class BadInputException extends Exception {

    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }
}
