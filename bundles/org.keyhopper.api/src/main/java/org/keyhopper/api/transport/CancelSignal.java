package org.keyhopper.api.transport;

import java.util.ArrayList;
import java.util.List;

/** A cancellation request, raised once by any thread and polled by the worker. */
public final class CancelSignal {

    private volatile boolean raised;

    /** Guarded by this. */
    private final List<CancelSignal> others = new ArrayList<>();

    public synchronized void raise() {
        raised = true;
        others.forEach(CancelSignal::raise);
        others.clear();
    }

    public boolean isRaised() {
        return raised;
    }

    /** Propagates this signal to another one: at once if it is already raised, otherwise when it is raised. */
    public synchronized void passOnTo(CancelSignal other) {
        if (raised) {
            other.raise();
        } else {
            others.add(other);
        }
    }
}
