package org.keyhopper.api.transport;

/** A wish to stop, raised once by any thread and read by the worker. */
public final class CancelSignal {

    private volatile boolean raised;

    public void raise() {
        raised = true;
    }

    public boolean isRaised() {
        return raised;
    }
}
