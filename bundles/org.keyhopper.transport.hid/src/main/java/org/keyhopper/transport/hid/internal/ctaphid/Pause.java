package org.keyhopper.transport.hid.internal.ctaphid;

import java.time.Duration;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/** The rest between two tries. */
final class Pause {

    private Pause() {}

    /** Rests. CANCELLED when the thread is interrupted meanwhile. */
    static void rest(Duration time) throws ChannelException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ChannelException(Problem.of(DeviceProblem.CANCELLED).withDetail("interrupted"), stop);
        }
    }
}
