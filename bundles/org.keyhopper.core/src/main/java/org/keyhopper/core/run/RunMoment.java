package org.keyhopper.core.run;

import java.util.Objects;
import java.util.Optional;
import org.keyhopper.core.request.RecipientId;

/**
 * What an operator had before them when they chose.
 *
 * @param phase where the run stood
 * @param person whose turn it was
 */
public record RunMoment(RunPhase phase, Optional<RecipientId> person) {
    public RunMoment {
        Objects.requireNonNull(phase);
        Objects.requireNonNull(person);
    }
}
