package org.keyhopper.transport.hid.internal.ctaphid;

import java.time.Duration;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/** The pause between two attempts. */
public final class Pause {

    private Pause() {}

    /** Sleeps. Fails with CANCELLED if the thread is interrupted. */
    public static void sleep(Duration time) throws ChannelException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ChannelException(Problem.of(DeviceProblem.CANCELLED).withDetail("interrupted"), stop);
        }
    }
}
