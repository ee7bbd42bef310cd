package org.keyhopper.central.internal;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.reconcile.ProofOrder;
import org.keyhopper.central.reconcile.ReconcileResult;
import org.keyhopper.central.reconcile.Reconciliations;
import org.keyhopper.central.reconcile.UnclearRecipient;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** Reconciling, each call in a class of its own. */
record ReconciledRecipients(CallContext context) implements Reconciliations {

    @Override
    public Answer<List<UnclearRecipient>> list(Caller caller, RequestId request) {
        return context.store().write(in -> {
            Optional<ProvisioningRequest> found = in.request(request);
            if (found.isEmpty()) {
                return Answer.failed(Problem.of(CentralProblem.NO_SUCH_REQUEST, request.value()));
            }
            Optional<Problem> lacking = caller.lacks(
                    Privilege.VIEW_REQUESTS,
                    CallContext.place(in, request, found.get().directory()));
            return lacking.isPresent()
                    ? CallContext.refuse(in, caller, AuditAction.RECONCILE, "request:" + request, lacking.get())
                    : Answer.done(in.unclear().list(request));
        });
    }

    @Override
    public Answer<ReconcileResult> reconcile(Caller caller, RecipientId recipient) {
        return new ReconcileCall(context).reconcile(caller, recipient);
    }

    @Override
    public Answer<ReconcileResult> revoke(Caller caller, RecipientId recipient, String passkey) {
        return new RevokeCall(context).revoke(caller, recipient, passkey);
    }

    @Override
    public Answer<ProofOrder> claimForProof(Caller station, RecipientId recipient, ClaimOrder order) {
        return new ProofClaimCall(context).claim(station, recipient, order);
    }
}
