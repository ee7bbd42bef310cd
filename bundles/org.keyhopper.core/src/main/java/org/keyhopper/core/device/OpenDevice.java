package org.keyhopper.core.device;

import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.DeviceException;

/**
 * A device with its channel open; only used on its worker.
 *
 * @param justOpened whether it was opened for this very task, so that what it said of itself then is news
 */
public record OpenDevice(LinkDescription link, FidoChannel channel, Authenticator authenticator, boolean justOpened) {

    /** One that was open before. */
    public OpenDevice(LinkDescription link, FidoChannel channel, Authenticator authenticator) {
        this(link, channel, authenticator, false);
    }

    /** Returns what it says of itself now, asking only if that was not just done. */
    public AuthenticatorInfo freshInfo() throws DeviceException {
        return justOpened ? authenticator.info() : authenticator.readInfo();
    }
}
