package org.keyhopper.api.transport;

import java.util.ArrayList;
import java.util.List;

/** A wish to stop, raised once by any thread and read by the worker. */
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

    /** Raises another one too: at once when this is raised already, otherwise together with this. */
    public synchronized void passOnTo(CancelSignal other) {
        if (raised) {
            other.raise();
        } else {
            others.add(other);
        }
    }
}
