package org.keyhopper.core.internal.device;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.FidoChannel;

/**
 * Opens devices: directly, or by a stand-in where that is refused for want of rights. What refused once is not asked again
 * while there is a stand-in, since a refusal takes its time: Linux gives the right to a new device late. Any thread.
 */
final class LinkOpener {

    private final Function<DeviceLink, Optional<DeviceLink>> standIns;
    private final Function<DeviceLink, Optional<DeviceLink>> anyOther;

    /** Transports that refused the last time they were asked. */
    private final Set<String> refusing = ConcurrentHashMap.newKeySet();

    /**
     * @param standIns finds one that is there now
     * @param anyOther finds any other way to a device that was refused; may wait for one
     */
    LinkOpener(
            Function<DeviceLink, Optional<DeviceLink>> standIns, Function<DeviceLink, Optional<DeviceLink>> anyOther) {
        this.standIns = standIns;
        this.anyOther = anyOther;
    }

    FidoChannel open(DeviceLink link, Deadline deadline) throws ChannelException {
        Optional<DeviceLink> known = refusing.contains(transport(link)) ? standIns.apply(link) : Optional.empty();
        return known.isPresent() ? known.get().open(deadline) : openDirectly(link, deadline);
    }

    private FidoChannel openDirectly(DeviceLink link, Deadline deadline) throws ChannelException {
        try {
            FidoChannel channel = link.open(deadline);
            refusing.remove(transport(link));
            return channel;
        } catch (ChannelException refusal) {
            if (!refusal.problem().is(DeviceProblem.ACCESS_DENIED)) {
                throw refusal;
            }
            refusing.add(transport(link));
            return anyOther.apply(link).orElseThrow(() -> refusal).open(deadline);
        }
    }

    private static String transport(DeviceLink link) {
        return link.description().id().transport();
    }
}
