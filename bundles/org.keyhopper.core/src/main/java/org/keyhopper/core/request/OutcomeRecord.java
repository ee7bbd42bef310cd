package org.keyhopper.core.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;

/**
 * How one attempt for one recipient ended.
 *
 * @param outcome what it came to
 * @param problem why, unless it was provisioned
 * @param passkey what was made, where a credential was made at all
 * @param notes what else must be told: what could not be undone, what the device could not be made to do
 * @param at when it ended
 * @param took how long it took, without the waiting for a person
 */
public record OutcomeRecord(
        Outcome outcome,
        Optional<Problem> problem,
        Optional<MadePasskey> passkey,
        List<Problem> notes,
        Instant at,
        Duration took) {
    public OutcomeRecord {
        Objects.requireNonNull(outcome);
        notes = List.copyOf(notes);
    }

    /** Returns the outcome of a recipient for whom no ceremony came to an outcome. */
    public static OutcomeRecord withoutCeremony(Outcome outcome, Problem reason, Instant at) {
        return new OutcomeRecord(outcome, Optional.of(reason), Optional.empty(), List.of(), at, Duration.ZERO);
    }

    /** Returns a record that names a passkey made earlier. */
    public OutcomeRecord with(MadePasskey made) {
        return new OutcomeRecord(outcome, problem, Optional.of(made), notes, at, took);
    }
}
