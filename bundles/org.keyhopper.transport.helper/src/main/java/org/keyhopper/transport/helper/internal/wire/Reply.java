package org.keyhopper.transport.helper.internal.wire;

import java.util.List;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.api.transport.LinkDescription;

/** What a helper says. */
public sealed interface Reply {

    /** Every device that is there now. Sent at first and at each change. */
    record Links(List<LinkDescription> links) implements Reply {

        /** More are left out. */
        public static final int MOST = 64;

        public Links {
            links = links.stream().limit(MOST).toList();
        }
    }

    /** About one channel. */
    sealed interface OfChannel extends Reply {
        int channel();
    }

    record Alive(int channel, KeepAlive state) implements OfChannel {}

    /** The device's answer to a message. */
    record Answered(int channel, byte[] message) implements OfChannel {}

    /** Anything else was done, and said yes or no. */
    record Done(int channel, boolean result) implements OfChannel {}

    /** The call failed as the transport said. */
    record Failed(int channel, Problem problem) implements OfChannel {}
}
