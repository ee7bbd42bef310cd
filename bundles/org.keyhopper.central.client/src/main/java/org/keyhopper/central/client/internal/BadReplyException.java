package org.keyhopper.central.client.internal;

/** Thrown when a response is not one of Central. */
final class BadReplyException extends Exception {

    private static final long serialVersionUID = 1L;

    BadReplyException(String message) {
        super(message);
    }
}
