package org.keyhopper.transport.helper.internal.wire;

import java.util.List;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.api.transport.LinkDescription;

/** A message from the helper to the client. */
public sealed interface Reply {

    /** All devices currently connected. Sent initially and at each change. */
    record Links(List<LinkDescription> links) implements Reply {

        /** Further devices are omitted. */
        public static final int MAX_LINKS = 64;

        public Links {
            links = links.stream().limit(MAX_LINKS).toList();
        }
    }

    /** A reply on one channel. */
    sealed interface OfChannel extends Reply {
        int channel();
    }

    record Alive(int channel, KeepAlive state) implements OfChannel {}

    /** The device's response to a message. */
    record Answered(int channel, byte[] message) implements OfChannel {}

    /** The result of any other request. */
    record Done(int channel, boolean result) implements OfChannel {}

    /** The transport's failure. */
    record Failed(int channel, Problem problem) implements OfChannel {}
}
