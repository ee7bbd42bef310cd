package org.keyhopper.core.internal.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunProblem;

/**
 * A recipient of whom Central decided, and the ceremony that this station had begun for them.
 *
 * @param there the recipient as it is at Central
 */
record DecidedRecipient(RecipientState there, CeremonyTrace trace) {

    /** Returns whether Central has not decided, or does not say by which passkey. */
    boolean isUnclear() {
        return there.outcome() == Outcome.UNCLEAR
                || there.outcome() == Outcome.PROVISIONED && passkey().isEmpty();
    }

    boolean isProvisionedWithThis() {
        return there.outcome() == Outcome.PROVISIONED
                && passkey().map(MadePasskey::credentialId).equals(trace.madeCredential());
    }

    private Optional<MadePasskey> passkey() {
        return there.last().flatMap(OutcomeRecord::passkey);
    }

    /** Returns the directory's handle for the passkey. */
    String passkeyId() {
        return passkey().flatMap(MadePasskey::passkeyId).or(trace::handle).orElse("");
    }

    /**
     * Returns Central's outcome, with what is left on the device here. For one who is to be attempted again, this attempt has failed.
     *
     * @param now when it ended, if Central does not say
     */
    OutcomeRecord outcome(List<Problem> left, Instant now) {
        Optional<OutcomeRecord> known = there.last().filter(last -> last.outcome() == there.outcome());
        return new OutcomeRecord(
                there.outcome() == Outcome.PENDING ? Outcome.FAILED : there.outcome(),
                known.map(OutcomeRecord::problem).orElseGet(() -> Optional.of(Problem.of(RunProblem.INTERRUPTED))),
                known.flatMap(OutcomeRecord::passkey),
                left,
                known.map(OutcomeRecord::at).orElse(now),
                Duration.ZERO);
    }
}
