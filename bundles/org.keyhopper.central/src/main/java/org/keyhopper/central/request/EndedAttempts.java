package org.keyhopper.central.request;

import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Place;

/**
 * How many attempts ended in one way at one place.
 *
 * @param problem the code of the reason, if it was not a success
 */
public record EndedAttempts(Place place, Outcome outcome, Optional<String> problem, int number) {
    public EndedAttempts {
        Objects.requireNonNull(place);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(problem);
    }
}
