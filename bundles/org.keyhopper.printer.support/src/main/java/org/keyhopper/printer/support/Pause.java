package org.keyhopper.printer.support;

import java.time.Duration;
import org.keyhopper.api.transport.Deadline;

/** The pause between two queries. */
public final class Pause {

    private Pause() {}

    /** Sleeps for this time, or until the deadline if that is sooner. */
    public static void of(Duration time, Deadline deadline) throws InterruptedException {
        Duration left = deadline.remaining();
        Thread.sleep(time.compareTo(left) < 0 ? time : left);
    }
}
