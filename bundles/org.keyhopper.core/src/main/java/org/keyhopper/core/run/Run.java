package org.keyhopper.core.run;

import java.util.concurrent.CompletableFuture;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.request.Tally;

/** A manual run. All methods are fast and callable from any thread. */
public interface Run {

    RunSnapshot snapshot();

    /** Adds a listener, which first receives the current state, on the run's thread. */
    void addListener(RunListener listener);

    /** Applies a choice to the current state. */
    default void choose(Choice choice) {
        choose(choice, snapshot().moment());
    }

    /**
     * Applies a choice that the operator made in the given state. Ignored if the run has moved to another phase or person,
     * so that a second click does not apply to the next one; STOP always applies.
     */
    void choose(Choice choice, RunMoment seen);

    /** Selects one of the candidates; ignored if it is not a candidate. */
    void select(LinkId device);

    /** Makes one of the candidates blink, so that the operator can identify it. The notice reports if it cannot. */
    void wink(LinkId device);

    /**
     * Makes a person of the request the current one; the person whose turn it was comes next. One who was skipped or has
     * failed is pending again. Ignored while a device is being worked on or has to be removed, and for one who is
     * provisioned, unclear or claimed by another run. At a station of a Central it is always ignored.
     *
     * @param position in the request, from 1
     */
    void goTo(int position);

    /** Completes with the final tally when the run ends, for any reason. Never completes exceptionally. */
    CompletableFuture<Tally> ended();
}
