package org.keyhopper.transport.helper.internal.wire;

import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;

/**
 * What may be asked of a helper: the calls of the transport interface and nothing else. The client numbers its channels,
 * and never uses a number twice. Each request but cancel and close is answered once, in order.
 */
public sealed interface Request {

    /** The longest CTAP message that goes over any link (CTAP 2.2 section 11.2.4). */
    int LONGEST_MESSAGE = 7609;

    int channel();

    /** Returns the time left, as it is sent: the clocks of two processes have no common zero. */
    static long millis(Deadline deadline) {
        return Bytes.millis(deadline.remaining());
    }

    /** Opens a channel to the device of this stay, numbered as the helper's transports number it. */
    record Open(int channel, LinkId link, long millis) implements Request {}

    /**
     * Carries one CTAP message.
     *
     * @param call counts the exchanges of this channel, so that a late cancel ends no later one
     * @param cancelled the wish to stop was there before it began
     */
    record Exchange(int channel, int call, long millis, boolean cancelled, byte[] message) implements Request {}

    record Cancel(int channel, int call) implements Request {}

    record Hold(int channel, long millis) implements Request {}

    /** Ends the hold that began last. */
    record Release(int channel) implements Request {}

    record PowerCycle(int channel, long millis) implements Request {}

    record Wink(int channel) implements Request {}

    record Close(int channel) implements Request {}
}
