package org.keyhopper.core.internal.run.manual;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunSnapshot;

/** Holds up the thread of a run, which hears of steps, when one is done. */
final class HeldStep implements RunListener {

    private final String step;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private HeldStep(String step) {
        this.step = step;
    }

    static HeldStep of(Run run, String step) {
        HeldStep held = new HeldStep(step);
        run.addListener(held);
        return held;
    }

    void await() {
        awaitOpen(reached);
    }

    void goOn() {
        goOn.countDown();
    }

    @Override
    public void changed(RunSnapshot snapshot) {
        // Only steps matter.
    }

    @Override
    public void happened(RunEvent event) {
        if (event instanceof RunEvent.StepDone done && done.step().id().equals(step)) {
            reached.countDown();
            awaitOpen(goOn);
        }
    }

    static void awaitOpen(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
