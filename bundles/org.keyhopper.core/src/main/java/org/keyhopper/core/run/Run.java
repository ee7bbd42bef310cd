package org.keyhopper.core.run;

import java.util.concurrent.CompletableFuture;
import org.keyhopper.core.request.Tally;

/** A run under way. All methods are fast and callable from any thread. */
public interface Run {

    RunSnapshot snapshot();

    /** Adds a follower, which hears the present state at once (on the run's thread) and everything after. */
    void follow(RunListener listener);

    /** Passes on the operator's choice; ignored when the snapshot it was made on is no longer the present one's phase. */
    void choose(Choice choice);

    /** Completes with the final tally when the run ended, for whatever reason. Never completes exceptionally. */
    CompletableFuture<Tally> ended();
}
