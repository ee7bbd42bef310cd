package com.zebra.sdk.comm;

/** Stands in for the maker's type of this name. */
public interface Connection {
    void open() throws ConnectionException;
}
