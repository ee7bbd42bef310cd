package org.keyhopper.central.licence;

import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a verified licence file says.
 *
 * @param holder the organisation
 * @param from the first day
 * @param until the last day
 * @param devicesPerYear how many devices may be provisioned within 365 days; empty for any number
 * @param features names of what it includes
 */
public record Licence(
        String holder, LocalDate from, LocalDate until, OptionalInt devicesPerYear, Set<String> features) {
    public Licence {
        Objects.requireNonNull(holder);
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
        features = Set.copyOf(features);
    }
}
