package org.keyhopper.core.internal.reconcile;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;

/** One recipient's ceremony, and whether the operator has given its device up. */
record UnresolvedCeremony(RecipientState recipient, CeremonyTrace trace, DirectoryUser user, boolean givenUp) {

    /** Returns why the attempt failed, if it recorded a reason. */
    Optional<Problem> ownReason() {
        Optional<String> cause = trace.fact(JournalFacts.CAUSE);
        return recipient
                .last()
                .flatMap(OutcomeRecord::problem)
                .filter(problem -> cause.equals(Optional.of(problem.code().id())));
    }
}
