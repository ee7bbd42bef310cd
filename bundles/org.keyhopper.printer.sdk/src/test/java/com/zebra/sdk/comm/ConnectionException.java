package com.zebra.sdk.comm;

/** Replaces the vendor's type of this name. */
public class ConnectionException extends Exception {

    private static final long serialVersionUID = 1L;

    public ConnectionException(String message) {
        super(message);
    }
}
