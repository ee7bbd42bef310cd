package org.keyhopper.transport.hid.internal;

import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;

/** One key at one port, from its insertion to its removal. Shared by the watch and the key's worker. */
final class Insertion {

    private final LinkId id;
    private final EnumeratedKey sighting;
    private final Deadline settled;
    private volatile boolean over;

    /**
     * Begins.
     *
     * @param settled until when the system may still be busy with the arrival
     */
    Insertion(LinkId id, EnumeratedKey sighting, Deadline settled) {
        this.id = id;
        this.sighting = sighting;
        this.settled = settled;
    }

    LinkId id() {
        return id;
    }

    EnumeratedKey sighting() {
        return sighting;
    }

    Deadline settled() {
        return settled;
    }

    void end() {
        over = true;
    }

    void requireGoingOn() throws ChannelException {
        if (over) {
            throw new ChannelException(
                    Problem.of(DeviceProblem.GONE).withDetail(sighting.product() + " left " + sighting.path()));
        }
    }
}
