package org.keyhopper.core.run;

import java.util.concurrent.CompletableFuture;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.request.Tally;

/** A run under way. All methods are fast and callable from any thread. */
public interface Run {

    RunSnapshot snapshot();

    /** Adds a follower, which hears the present state at once (on the run's thread) and everything after. */
    void addListener(RunListener listener);

    /** Passes on what the operator chose just now. */
    default void choose(Choice choice) {
        choose(choice, snapshot().moment());
    }

    /**
     * Passes on what the operator chose with this before them. Ignored when the run has come to another phase or person by
     * then, so that a second click does not count for the next one; STOP always counts.
     */
    void choose(Choice choice, RunMoment seen);

    /** Says which of the candidates is meant; ignored when it is none of them (any more). */
    void select(LinkId device);

    /** Makes one of the candidates blink, so that the operator sees which it is. The notice says so when it cannot. */
    void wink(LinkId device);

    /** Completes with the final tally when the run ended, for whatever reason. Never completes exceptionally. */
    CompletableFuture<Tally> ended();
}
