package com.zebra.sdk.comm;

/** Replaces the vendor's type of this name. */
public interface Connection {
    void open() throws ConnectionException;
}
