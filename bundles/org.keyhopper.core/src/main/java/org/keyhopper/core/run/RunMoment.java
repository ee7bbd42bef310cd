package org.keyhopper.core.run;

import java.util.Objects;
import java.util.Optional;
import org.keyhopper.core.request.RecipientId;

/**
 * The state in which an operator made a choice.
 *
 * @param phase the phase of the run
 * @param person the current recipient
 */
public record RunMoment(RunPhase phase, Optional<RecipientId> person) {
    public RunMoment {
        Objects.requireNonNull(phase);
        Objects.requireNonNull(person);
    }
}
