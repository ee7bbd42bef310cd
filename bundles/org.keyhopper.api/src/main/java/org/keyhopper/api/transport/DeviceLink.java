package org.keyhopper.api.transport;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** A device that is reachable now. */
@ConsumerType
public interface DeviceLink {

    /** Returns what is known of it; fast, any thread. */
    LinkDescription description();

    /**
     * Returns the place whose device this link leads to by another way, if it does. Such a link is used only where the
     * transport of that place may not open the device or may not look for devices; fast, any thread.
     */
    default Optional<LinkPlace> standsInFor() {
        return Optional.empty();
    }

    /**
     * Opens the one channel to it and selects the FIDO application. Blocking; called on the device's worker, and all
     * calls on the channel come from that same thread.
     *
     * @throws ChannelException when the device left, is held by another program, or has no FIDO application
     */
    FidoChannel open(Deadline deadline) throws ChannelException;
}
