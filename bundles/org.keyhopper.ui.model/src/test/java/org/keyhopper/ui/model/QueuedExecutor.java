package org.keyhopper.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.keyhopper.ui.fakes.FakeStation;

/** Queues work, so that a test can inspect the state before it is run. */
public final class QueuedExecutor implements Executor {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    /** Returns a context whose work is queued here. */
    public WorkbenchContext contextFor(FakeStation station) {
        WorkbenchContext atOnce = TestContext.of(station);
        return new WorkbenchContext(
                station, atOnce.messages(), atOnce.explain(), this, atOnce.rateLimiter(), atOnce.clock());
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    /** Runs all queued work, including work that it submits. */
    public void runAll() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    public int size() {
        return waiting.size();
    }
}
