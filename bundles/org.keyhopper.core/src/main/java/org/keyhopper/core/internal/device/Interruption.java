package org.keyhopper.core.internal.device;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.core.run.RunProblem;

/** Ends the waits of a ceremony for its operator, and says why. Raised once, by any thread. */
public final class Interruption {

    private final CancelSignal signal;
    private volatile RunProblem reason = RunProblem.STOPPED;

    public Interruption() {
        this(new CancelSignal());
    }

    /** Makes one that the signal also raises, as a stop. */
    public Interruption(CancelSignal signal) {
        this.signal = signal;
    }

    /** Raises it; only the first reason counts. */
    public synchronized void raise(RunProblem why) {
        if (!signal.isCancelled()) {
            reason = why;
            signal.cancel();
        }
    }

    public boolean isCancelled() {
        return signal.isCancelled();
    }

    /** Returns the problem with which an interrupted attempt ends. */
    public Problem problem() {
        return Problem.of(reason);
    }

    /** Ends the wait when this is raised, or now if it was. */
    public void ends(CancelSignal wait) {
        signal.propagateTo(wait);
    }
}
