package org.keyhopper.ui.model.requests;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.WorkbenchContext;

/** What takes its time, one thing at once: it says how far it is, and can be given up. Any thread. */
final class CancellableWork {

    private final WorkbenchContext desk;
    private final Runnable changed;
    private final Consumer<Notice> tell;
    private final AtomicReference<Task> task = new AtomicReference<>();

    /**
     * @param changed called when there is other news
     * @param tell takes what is to be said of a task that failed, unless it was given up before
     */
    CancellableWork(WorkbenchContext desk, Runnable changed, Consumer<Notice> tell) {
        this.desk = desk;
        this.changed = changed;
        this.tell = tell;
    }

    /** Returns what is being done and how far it is; empty while nothing is. */
    Optional<String> words() {
        return Optional.ofNullable(task.get()).map(running -> running.words);
    }

    /** Begins something on a worker thread; what was under way is given up. */
    void begin(String words, Consumer<Task> doing) {
        Task mine = new Task(words);
        Task before = task.getAndSet(mine);
        if (before != null) {
            before.givenUp = true;
        }
        changed.run();
        desk.inBackground(
                () -> {
                    doing.accept(mine);
                    ended(mine);
                },
                notice -> {
                    ended(mine);
                    if (mine.goesOn()) {
                        tell.accept(notice);
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

    /** One thing that takes its time. */
    final class Task {

        private volatile String words;
        private volatile boolean givenUp;

        private Task(String words) {
            this.words = words;
        }

        boolean goesOn() {
            return !givenUp;
        }

        /** Says how far it is; returns whether it goes on. */
        boolean isAt(String now) {
            words = now;
            changed.run();
            return goesOn();
        }
    }
}
