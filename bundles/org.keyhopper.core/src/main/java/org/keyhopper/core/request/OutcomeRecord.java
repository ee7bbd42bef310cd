package org.keyhopper.core.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;

/**
 * The result of one attempt for one recipient.
 *
 * @param outcome the outcome
 * @param problem why, unless it was provisioned
 * @param passkey the passkey, if a credential was created
 * @param notes further problems: remains that could not be removed, settings that could not be applied
 * @param at when it ended
 * @param took how long it took, without waiting for the operator
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

    /** Returns an outcome that is not the result of a ceremony. */
    public static OutcomeRecord withoutCeremony(Outcome outcome, Problem reason, Instant at) {
        return new OutcomeRecord(outcome, Optional.of(reason), Optional.empty(), List.of(), at, Duration.ZERO);
    }

    /** Returns a record that names a passkey made earlier. */
    public OutcomeRecord with(MadePasskey made) {
        return new OutcomeRecord(outcome, problem, Optional.of(made), notes, at, took);
    }
}
