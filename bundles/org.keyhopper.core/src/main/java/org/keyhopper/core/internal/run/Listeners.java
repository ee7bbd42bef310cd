package org.keyhopper.core.internal.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners of a run: every call reaches all of them in the order of {@link #post}, one call at a time, and never under a
 * lock. A listener that throws is logged and keeps neither the run nor the other listeners from going on. Any thread.
 *
 * @param <L> the type of the listeners
 */
public final class Listeners<L> {

    private static final Logger LOGGER = LoggerFactory.getLogger(Listeners.class);

    /** Used by the delivering thread only. */
    private final List<L> listeners = new ArrayList<>();

    /** Guarded by this, as is the flag. */
    private final Queue<Runnable> pending = new ArrayDeque<>();

    private boolean delivering;

    /** Adds a listener, which first receives the given call. */
    public void add(L listener, Consumer<? super L> first) {
        then(() -> {
            listeners.add(listener);
            guarded(() -> first.accept(listener));
        });
    }

    /** Queues a call to all listeners for {@link #deliver}. Calls no listener itself, so the caller may hold a lock. */
    public void post(Consumer<? super L> call) {
        then(() -> listeners.forEach(listener -> guarded(() -> call.accept(listener))));
    }

    /** Appends an action that is to take place after all calls posted so far. */
    public synchronized void then(Runnable action) {
        pending.add(action);
    }

    /**
     * Makes the calls that were posted. The caller holds no lock. Returns at once while another thread, or a listener further up
     * the stack, is delivering: that one makes them.
     */
    public void deliver() {
        for (Runnable next = next(); next != null; next = next()) {
            try {
                next.run();
            } finally {
                delivered();
            }
        }
    }

    private synchronized Runnable next() {
        if (delivering) {
            return null;
        }
        Runnable next = pending.poll();
        delivering = next != null;
        return next;
    }

    private synchronized void delivered() {
        delivering = false;
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOGGER.error("A listener failed", e);
        }
    }
}
