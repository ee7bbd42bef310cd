package com.zebra.sdk.common.card.exceptions;

/** Replaces the vendor's type of this name. */
public class ZebraCardException extends Exception {

    private static final long serialVersionUID = 1L;

    public ZebraCardException(String message) {
        super(message);
    }
}
