package org.keyhopper.central.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.RecipientId;

/**
 * What is known of a recipient after reconciling.
 *
 * @param outcome the outcome now
 * @param passkeys the handles of the passkeys at the directory about which an operator decides
 * @param until for MAY_ARRIVE: from when on absence is certain
 */
public record ReconcileResult(
        RecipientId recipient, Outcome outcome, Finding finding, List<String> passkeys, Optional<Instant> until) {

    /** What the directory says. */
    public enum Finding {
        /** Nothing of the attempt is there, and nothing can still arrive: the recipient may be provisioned again. */
        ABSENT,
        /** It is not listed, and may arrive until the options have expired. */
        MAY_ARRIVE,
        /** The passkey is listed, and was not proved: its device proves it, or it is revoked. */
        PRESENT,
        /** After a restored backup: passkeys are listed of which Central knows nothing. */
        UNKNOWN_PASSKEYS,
        /** The passkey was deleted on request. */
        REVOKED
    }

    public ReconcileResult {
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(finding);
        passkeys = List.copyOf(passkeys);
    }
}
