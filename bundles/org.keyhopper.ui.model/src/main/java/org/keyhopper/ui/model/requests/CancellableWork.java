package org.keyhopper.ui.model.requests;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.WorkbenchContext;

/** One long-running operation at a time, with progress and cancellation. Any thread. */
final class CancellableWork {

    private final WorkbenchContext context;
    private final Runnable changed;
    private final Consumer<Notice> failures;
    private final AtomicReference<Task> task = new AtomicReference<>();

    /**
     * @param changed called when the progress has changed
     * @param failures receives the failure of a task that was not cancelled
     */
    CancellableWork(WorkbenchContext context, Runnable changed, Consumer<Notice> failures) {
        this.context = context;
        this.changed = changed;
        this.failures = failures;
    }

    /** Returns the description and progress of the current task; empty if there is none. */
    Optional<String> description() {
        return Optional.ofNullable(task.get()).map(running -> running.text);
    }

    /** Begins a task on a worker thread; a previous one is cancelled. */
    void begin(String text, Consumer<Task> doing) {
        Task mine = new Task(text);
        Task before = task.getAndSet(mine);
        if (before != null) {
            before.givenUp = true;
        }
        changed.run();
        context.inBackground(
                () -> {
                    doing.accept(mine);
                    ended(mine);
                },
                notice -> {
                    ended(mine);
                    if (mine.proceed()) {
                        failures.accept(notice);
                    }
                });
    }

    void giveUp() {
        Task running = task.getAndSet(null);
        if (running != null) {
            running.givenUp = true;
            changed.run();
        }
    }

    private void ended(Task mine) {
        task.compareAndSet(mine, null);
        changed.run();
    }

    /** One long-running task. */
    final class Task {

        private volatile String text;
        private volatile boolean givenUp;

        private Task(String text) {
            this.text = text;
        }

        boolean proceed() {
            return !givenUp;
        }

        /** Reports progress; returns whether to continue. */
        boolean report(String now) {
            text = now;
            changed.run();
            return proceed();
        }
    }
}
