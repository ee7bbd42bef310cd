package org.keyhopper.central.server.internal.api;

/** Thrown when a body cannot be read. The message names the member, and never quotes its value. */
final class BadCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadCallException(String message) {
        super(message);
    }
}
