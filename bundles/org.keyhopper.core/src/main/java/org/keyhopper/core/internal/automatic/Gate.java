package org.keyhopper.core.internal.automatic;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.run.RunProblem;

/** Whether printers may take a further card. Any thread. */
final class Gate {

    private boolean paused;
    private Problem stop;

    synchronized void pause() {
        paused = true;
    }

    synchronized void goOn() {
        paused = false;
        notifyAll();
    }

    /** No further card, for this reason; the first reason counts. */
    synchronized void stop(Problem reason) {
        if (stop == null) {
            stop = reason;
        }
        notifyAll();
    }

    synchronized void stop() {
        stop(Problem.of(RunProblem.STOPPED));
    }

    synchronized boolean isPaused() {
        return paused;
    }

    synchronized boolean isStopping() {
        return stop != null;
    }

    synchronized Optional<Problem> reason() {
        return Optional.ofNullable(stop);
    }

    /** Waits while paused; returns whether a card may be taken. */
    synchronized boolean awaitOpen() throws InterruptedException {
        while (paused && stop == null) {
            wait();
        }
        return stop == null;
    }
}
