package org.keyhopper.central.reconcile;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/**
 * Resolves recipients that are UNCLEAR after a dead station, an expired claim or a restored backup, by what Central stored
 * and what the directory lists. Nothing becomes PROVISIONED here: only a proof does that. Blocking on database and
 * directory; any thread, any instance. All calls may be repeated, and are recorded in the audit trail, done or refused.
 */
public interface Reconciliations {

    /** Returns the unclear recipients of a request; needs VIEW_REQUESTS. */
    Answer<List<UnclearRecipient>> list(Caller caller, RequestId request);

    /**
     * Searches the directory for the passkey of a recipient, and decides by the evidence; needs PROVISION_NOW.
     *
     * @return IN_PROGRESS while a station has a living claim, NOT_UNCLEAR if there is nothing to resolve; unclear if the
     *     directory does not tell
     */
    Answer<ReconcileResult> reconcile(Caller caller, RecipientId recipient);

    /**
     * Deletes a passkey that {@link #reconcile} found from the directory, whose device is not at hand; needs REVOKE_DEVICES.
     *
     * @param passkey the directory's handle, which must be one of those found
     */
    Answer<ReconcileResult> revoke(Caller caller, RecipientId recipient, String passkey);

    /**
     * Claims an unclear recipient whose passkey the directory lists, so that its device proves it at this station by
     * {@code prove}; needs PROVISION_NOW. Releasing such a claim changes nothing.
     */
    Answer<ProofOrder> claimForProof(Caller station, RecipientId recipient, ClaimOrder order);
}
