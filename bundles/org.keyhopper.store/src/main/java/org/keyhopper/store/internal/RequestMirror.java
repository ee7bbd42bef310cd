package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;

/** Writes requests of Central as they are there. */
record RequestMirror(Transaction in, Claims claims) {

    /** Returns whether PINs were deleted that the PIN office of Central can find. */
    boolean put(ProvisioningRequest request) throws SQLException {
        if (RequestRows.head(in, request.id()).isEmpty()) {
            RequestRows.insert(
                    in, request.id(), request.name(), request.directory(), request.profile(), request.created());
        }
        boolean wiped = false;
        for (RecipientState reported : request.recipients()) {
            wiped |= put(reported);
        }
        return wiped;
    }

    private boolean put(RecipientState reported) throws SQLException {
        List<RecipientState> known = RequestRows.recipient(in, reported.id());
        if (known.isEmpty()) {
            RequestRows.insert(in, reported.id(), reported.recipient());
        } else {
            SqlRequests.update(in, reported.id(), reported.recipient());
        }
        Outcome before = known.isEmpty() ? Outcome.PENDING : known.getFirst().outcome();
        if (before == reported.outcome()
                || claims.isHeld(in, reported.id())
                || SqlRequests.isUnfinished(in, reported.id())) {
            return false;
        }
        if (reported.outcome() == Outcome.PENDING) {
            in.update(
                    "UPDATE recipient SET outcome = ? WHERE request = ? AND position = ?",
                    Outcome.PENDING,
                    reported.id().request(),
                    reported.id().position());
        } else {
            Settlements.add(in, reported.id(), Optional.empty(), settlement(reported));
        }
        Optional<MadePasskey> passkey = reported.last().flatMap(OutcomeRecord::passkey);
        return reported.outcome() == Outcome.PROVISIONED
                && passkey.isPresent()
                && SqlJournal.leaveToCentral(in, reported.id(), passkey.get().credentialId());
    }

    /** Central settles no recipient whose attempt is still open, so that there may be no record of it. */
    private OutcomeRecord settlement(RecipientState reported) throws SQLException {
        return reported.last()
                .filter(last -> last.outcome() == reported.outcome())
                .orElseGet(() -> new OutcomeRecord(
                        reported.outcome(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        java.time.Instant.now(),
                        Duration.ZERO));
    }
}
