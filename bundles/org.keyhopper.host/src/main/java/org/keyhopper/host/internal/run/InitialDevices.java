package org.keyhopper.host.internal.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;

/** Transports tell what is there a moment after they are asked; a command that looks once must wait for that. */
public final class InitialDevices {

    private static final long PATIENCE_SECONDS = 3;

    private InitialDevices() {}

    /** Returns what is there, once a transport has reported, or after some seconds. */
    public static DevicesSnapshot await(Devices devices) {
        CountDownLatch reported = new CountDownLatch(1);
        try (Devices.Subscription subscription = devices.follow(snapshot -> {
            if (!snapshot.slots().isEmpty() || !snapshot.obstacles().isEmpty()) {
                reported.countDown();
            }
        })) {
            if (!reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                subscription.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return devices.snapshot();
    }
}
