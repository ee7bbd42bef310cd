package org.keyhopper.api.transport;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A device that is currently connected. */
@ConsumerType
public interface DeviceLink {

    /** Returns the description of the device. Does not block, any thread. */
    LinkDescription description();

    /**
     * Returns the place whose device this link reaches by an alternate path, if it does. Such a link is used only if
     * the transport of that place cannot open or enumerate devices. Does not block, any thread.
     */
    default Optional<LinkPlace> alternativeTo() {
        return Optional.empty();
    }

    /**
     * Opens the channel to the device and selects the FIDO application. Blocking; called on the device's worker thread,
     * as are all calls on the channel.
     *
     * @throws ChannelException if the device was removed, is used by another program, or has no FIDO application
     */
    FidoChannel open(Deadline deadline) throws ChannelException;
}
