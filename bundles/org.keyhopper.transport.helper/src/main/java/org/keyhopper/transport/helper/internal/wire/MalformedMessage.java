package org.keyhopper.transport.helper.internal.wire;

import java.io.IOException;

/** Thrown if the peer violates the protocol. Ends the connection. */
public final class MalformedMessage extends IOException {

    private static final long serialVersionUID = 1L;

    public MalformedMessage(String words) {
        super(words);
    }

    public MalformedMessage(String words, Throwable cause) {
        super(words, cause);
    }
}
