package org.keyhopper.api.transport;

import org.osgi.annotation.versioning.ConsumerType;

/** A device that is reachable now. */
@ConsumerType
public interface DeviceLink {

    /** Returns what is known of it; fast, any thread. */
    LinkDescription description();

    /**
     * Opens the one channel to it and selects the FIDO application. Blocking; called on the device's worker, and all
     * calls on the channel come from that same thread.
     *
     * @throws ChannelException when the device left, is held by another program, or has no FIDO application
     */
    FidoChannel open(Deadline deadline) throws ChannelException;
}
