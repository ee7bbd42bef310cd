package org.keyhopper.core.device;

import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.fido.Authenticator;

/**
 * A device with an open channel; only for its worker.
 *
 * @param justOpened whether it was opened for this task, so that its authenticatorGetInfo is fresh
 */
public record OpenDevice(LinkDescription link, FidoChannel channel, Authenticator authenticator, boolean justOpened) {

    /** Creates a device that was opened before. */
    public OpenDevice(LinkDescription link, FidoChannel channel, Authenticator authenticator) {
        this(link, channel, authenticator, false);
    }
}
