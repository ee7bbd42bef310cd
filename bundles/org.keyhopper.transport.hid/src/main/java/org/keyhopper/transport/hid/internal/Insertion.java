package org.keyhopper.transport.hid.internal;

import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;

/** One key at one port, from its insertion to its removal. Shared by the monitor and the key's worker thread. */
final class Insertion {

    private final LinkId id;
    private final EnumeratedKey key;
    private final Deadline settledBy;
    private volatile boolean over;

    /**
     * Creates an insertion.
     *
     * @param settledBy until when permissions may still be missing
     */
    Insertion(LinkId id, EnumeratedKey key, Deadline settledBy) {
        this.id = id;
        this.key = key;
        this.settledBy = settledBy;
    }

    LinkId id() {
        return id;
    }

    EnumeratedKey key() {
        return key;
    }

    Deadline settledBy() {
        return settledBy;
    }

    void end() {
        over = true;
    }

    void requireGoingOn() throws ChannelException {
        if (over) {
            throw new ChannelException(
                    Problem.of(DeviceProblem.GONE).withDetail(key.product() + " left " + key.path()));
        }
    }
}
