package org.keyhopper.transport.helper.internal.wire;

import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;

/**
 * A message from the client to the helper: the calls of the transport interface and nothing else. The client numbers
 * its channels and never reuses a number. Each request except cancel and close is answered once, in order.
 */
public sealed interface Request {

    /** The maximum length of a CTAP message over any link (CTAP 2.2 section 11.2.4). */
    int LONGEST_MESSAGE = 7609;

    int channel();

    /** Returns the remaining time for sending: the monotonic clocks of two processes are not comparable. */
    static long millis(Deadline deadline) {
        return MessageFields.millis(deadline.remaining());
    }

    /** Opens a channel to the device of this insertion; the link id is the helper's. */
    record Open(int channel, LinkId link, long millis) implements Request {}

    /**
     * Exchanges one CTAP message.
     *
     * @param call numbers the exchanges of this channel, so that a late cancel affects no later one
     * @param cancelled whether it was cancelled before it began
     */
    record Exchange(int channel, int call, long millis, boolean cancelled, byte[] message) implements Request {}

    record Cancel(int channel, int call) implements Request {}

    record Hold(int channel, long millis) implements Request {}

    /** Ends the innermost hold. */
    record Release(int channel) implements Request {}

    record PowerCycle(int channel, long millis) implements Request {}

    record Wink(int channel) implements Request {}

    record Close(int channel) implements Request {}
}
