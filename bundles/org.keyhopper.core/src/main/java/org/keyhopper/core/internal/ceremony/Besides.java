package org.keyhopper.core.internal.ceremony;

import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a device holds besides what a ceremony put on it, as far as it tells. */
public enum Besides {
    /** It says that it holds nothing else. */
    NOTHING,
    /** It holds other credentials. */
    SOMETHING,
    /** It cannot be asked. */
    UNKNOWN;

    private static final Logger LOGGER = LoggerFactory.getLogger(Besides.class);

    /**
     * Asks the device, with the PIN that the ceremony gave it: without a PIN no device tells what it holds, so that having
     * looked blank proves nothing. One of CTAP 2.0 has no such function, and one whose PIN must be changed first (the last
     * thing that a ceremony does to it) does not answer any more.
     *
     * @param pin null or empty when it was given none
     * @param ours how many credentials may be the ceremony's
     */
    public static Besides of(OpenDevice device, Secret pin, int ours) {
        if (pin == null || pin.isEmpty() || !device.authenticator().info().managesCredentials()) {
            return UNKNOWN;
        }
        try {
            return device.authenticator().credentials().occupancy(pin).existing() > ours ? SOMETHING : NOTHING;
        } catch (DeviceException e) {
            LOGGER.info("A device does not tell how many credentials it holds: {}", e.problem());
            return UNKNOWN;
        }
    }
}
