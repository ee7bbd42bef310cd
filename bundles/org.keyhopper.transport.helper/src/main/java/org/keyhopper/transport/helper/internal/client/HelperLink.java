package org.keyhopper.transport.helper.internal.client;

import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.LinkPlace;

/** A device of the helper, from its insertion to its removal or to the end of the connection. */
final class HelperLink implements DeviceLink {

    private final HelperConnection connection;
    private final LinkId remote;
    private final LinkDescription description;
    private volatile boolean left;

    HelperLink(HelperConnection connection, LinkId remote, LinkDescription description) {
        this.connection = connection;
        this.remote = remote;
        this.description = description;
    }

    @Override
    public LinkDescription description() {
        return description;
    }

    @Override
    public Optional<LinkPlace> alternativeTo() {
        return Optional.of(LinkPlace.of(remote));
    }

    @Override
    public FidoChannel open(Deadline deadline) throws ChannelException {
        requirePresent();
        return HelperChannel.open(this, connection, remote, deadline);
    }

    void leave() {
        left = true;
    }

    void requirePresent() throws ChannelException {
        if (left) {
            throw new ChannelException(Problem.of(DeviceProblem.GONE).withDetail("no longer connected to the helper"));
        }
    }

    @Override
    public String toString() {
        return description.toString();
    }
}
