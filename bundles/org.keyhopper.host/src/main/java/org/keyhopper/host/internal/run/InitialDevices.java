package org.keyhopper.host.internal.run;

import java.time.Duration;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;

/** Transports tell what is there a moment after they are asked; a command that looks once must wait for all of them. */
public final class InitialDevices {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private InitialDevices() {}

    /** Returns what is there, once every transport has reported, or after some seconds. */
    public static DevicesSnapshot await(Devices devices) {
        return devices.settled(PATIENCE);
    }
}
