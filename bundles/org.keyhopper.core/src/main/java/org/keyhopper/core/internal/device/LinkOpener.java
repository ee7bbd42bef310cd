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
 * Opens links: directly, or by an alternate link where access is denied. A transport that denied access is not tried
 * again while there is a stand-in, since a denial takes time: Linux grants access to a new device late. Any thread.
 */
final class LinkOpener {

    private final Function<DeviceLink, Optional<DeviceLink>> standIns;
    private final Function<DeviceLink, Optional<DeviceLink>> alternates;

    /** Transports that denied access at the last attempt. */
    private final Set<String> denying = ConcurrentHashMap.newKeySet();

    /**
     * @param standIns finds a stand-in that is there now
     * @param alternates finds any alternate link of a device to which access was denied; may wait for one
     */
    LinkOpener(
            Function<DeviceLink, Optional<DeviceLink>> standIns,
            Function<DeviceLink, Optional<DeviceLink>> alternates) {
        this.standIns = standIns;
        this.alternates = alternates;
    }

    FidoChannel open(DeviceLink link, Deadline deadline) throws ChannelException {
        Optional<DeviceLink> known = denying.contains(transport(link)) ? standIns.apply(link) : Optional.empty();
        return known.isPresent() ? known.get().open(deadline) : openDirectly(link, deadline);
    }

    private FidoChannel openDirectly(DeviceLink link, Deadline deadline) throws ChannelException {
        try {
            FidoChannel channel = link.open(deadline);
            denying.remove(transport(link));
            return channel;
        } catch (ChannelException refusal) {
            if (!refusal.problem().is(DeviceProblem.ACCESS_DENIED)) {
                throw refusal;
            }
            denying.add(transport(link));
            return alternates.apply(link).orElseThrow(() -> refusal).open(deadline);
        }
    }

    private static String transport(DeviceLink link) {
        return link.description().id().transport();
    }
}
