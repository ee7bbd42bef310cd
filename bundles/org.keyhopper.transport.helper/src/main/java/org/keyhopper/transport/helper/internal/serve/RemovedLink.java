package org.keyhopper.transport.helper.internal.serve;

import java.util.Optional;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;

/** A device that was removed before the client opened it. */
record RemovedLink(LinkId id) implements DeviceLink {

    @Override
    public LinkDescription description() {
        return new LinkDescription(id, DeviceKind.USB_KEY, id.slot(), Optional.empty(), "");
    }

    @Override
    public FidoChannel open(Deadline deadline) throws ChannelException {
        throw new ChannelException(Problem.of(DeviceProblem.GONE));
    }
}
