package com.zebra.sdk.comm;

import java.io.IOException;

/** Stands in for the maker's type of this name. */
public interface Connection {
    void open() throws IOException;
}
