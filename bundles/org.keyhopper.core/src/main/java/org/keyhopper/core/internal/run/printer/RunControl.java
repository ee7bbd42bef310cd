package org.keyhopper.core.internal.run.printer;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.keyhopper.api.diagnostic.Problem;

/** Whether the printers of a run may take another card. Any thread. */
final class RunControl {

    private final CompletableFuture<Problem> stopped = new CompletableFuture<>();
    private boolean paused;

    synchronized void pause() {
        paused = true;
    }

    synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /** Stops the run; the first reason counts. */
    synchronized void stop(Problem reason) {
        stopped.complete(reason);
        notifyAll();
    }

    boolean isStopping() {
        return stopped.isDone();
    }

    /** Completes with the reason when the run is to stop. */
    CompletableFuture<Problem> stopped() {
        return stopped;
    }

    Optional<Problem> reason() {
        return Optional.ofNullable(stopped.getNow(null));
    }

    /** Waits while paused; returns whether a card may be taken. */
    synchronized boolean awaitPermission() throws InterruptedException {
        while (paused && !isStopping()) {
            wait();
        }
        return !isStopping();
    }
}
