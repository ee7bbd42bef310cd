package org.keyhopper.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.keyhopper.ui.fakes.FakeStation;

/** What is to be done on worker threads, for tests that look at the moment before it is done. */
public final class QueuedExecutor implements Executor {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    /** Returns an environment whose work waits here. */
    public WorkbenchContext over(FakeStation station) {
        WorkbenchContext atOnce = TestContext.over(station);
        return new WorkbenchContext(station, atOnce.messages(), atOnce.explain(), this, atOnce.pace(), atOnce.clock());
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    /** Does it all, and what comes of it. */
    public void work() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    public int size() {
        return waiting.size();
    }
}
