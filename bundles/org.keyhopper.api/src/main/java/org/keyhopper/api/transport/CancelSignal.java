package org.keyhopper.api.transport;

import java.util.ArrayList;
import java.util.List;

/** A cancellation request, made once by any thread and polled by the worker. */
public final class CancelSignal {

    private volatile boolean cancelled;

    /** Guarded by this. */
    private final List<CancelSignal> others = new ArrayList<>();

    public synchronized void cancel() {
        cancelled = true;
        others.forEach(CancelSignal::cancel);
        others.clear();
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Propagates this signal to another one: at once if it is already cancelled, otherwise when it is. */
    public synchronized void propagateTo(CancelSignal other) {
        if (cancelled) {
            other.cancel();
        } else {
            others.add(other);
        }
    }
}
