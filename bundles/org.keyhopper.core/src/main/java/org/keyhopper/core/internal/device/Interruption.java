package org.keyhopper.core.internal.device;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.core.run.RunProblem;

/** The operator's wish that a ceremony wait for nobody any more, and why. Raised once, by any thread. */
public final class Interruption {

    private final CancelSignal signal;
    private volatile RunProblem reason = RunProblem.STOPPED;

    public Interruption() {
        this(new CancelSignal());
    }

    /** One that is also raised by the signal, as a stop. */
    public Interruption(CancelSignal signal) {
        this.signal = signal;
    }

    /** Raises it; only the first reason counts. */
    public synchronized void raise(RunProblem why) {
        if (!signal.isRaised()) {
            reason = why;
            signal.raise();
        }
    }

    public boolean isRaised() {
        return signal.isRaised();
    }

    /** Returns what the interrupted attempt ended with. */
    public Problem problem() {
        return Problem.of(reason);
    }

    /** Has the wait ended, now or when this is raised. */
    public void ends(CancelSignal wait) {
        signal.passOnTo(wait);
    }
}
