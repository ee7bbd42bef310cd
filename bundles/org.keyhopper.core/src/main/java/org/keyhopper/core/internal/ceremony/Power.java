package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.fido.DeviceException;

/** Takes the power off a device and gives it back, which renews its presence and its window for a reset. */
final class Power {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Power() {}

    /**
     * Returns false when only a person could do it: a key has its power from the USB port, also where it is reached as a
     * card. A device lost here was asked to change nothing.
     */
    static boolean cycle(OpenDevice device) throws DeviceException {
        if (device.link().kind() == DeviceKind.USB_KEY) {
            return false;
        }
        try {
            return device.channel().powerCycle(Deadline.in(PATIENCE));
        } catch (ChannelException e) {
            throw DeviceException.unreached(e.problem(), e);
        }
    }
}
