package org.keyhopper.central.internal;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.pickup.PickUpCopy;
import org.keyhopper.central.pickup.PickUpOffice;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** The pick-ups of a request in the database. */
public record PickUpOfficeCalls(CentralStore store) implements PickUpOffice {

    @Override
    public Answer<List<PickUpCopy>> list(Caller caller, RequestId request) {
        return new ManagedCalls(store).view(caller, "request:" + request, in -> permitted(in, caller, request)
                .map(found -> in.pickUps().list(request)));
    }

    private static Answer<ProvisioningRequest> permitted(CentralTransaction in, Caller caller, RequestId request) {
        Optional<ProvisioningRequest> found = in.request(request);
        if (found.isEmpty()) {
            return ManagedCalls.refused(CentralProblem.NO_SUCH_REQUEST, request.value());
        }
        return ManagedCalls.unless(
                caller.lacks(
                        Privilege.VIEW_INITIAL_PIN,
                        CallContext.place(in, request, found.get().directory())),
                () -> Answer.done(found.get()));
    }

    @Override
    public Answer<RecipientId> invite(Caller caller, RecipientId recipient) {
        return new ManagedCalls(store)
                .change(caller, AuditAction.PICK_UP_REINVITED, UnclearSearch.subject(recipient), in -> permitted(
                                in, caller, recipient.request())
                        .flatMap(found -> copy(in, recipient))
                        .map(copy -> {
                            in.pickUps().replaceLinks(copy.claim());
                            in.pickUps().update(copy.again(in.now()));
                            return recipient;
                        }));
    }

    private static Answer<PickUpCopy> copy(CentralTransaction in, RecipientId recipient) {
        return in.pickUps().list(recipient.request()).stream()
                .filter(copy -> copy.recipient().equals(recipient))
                .findFirst()
                .flatMap(copy -> in.pickUps().lock(copy.claim()))
                .filter(PickUpCopy::present)
                .map(Answer::done)
                .orElseGet(() -> ManagedCalls.refused(CentralProblem.NO_PICK_UP));
    }
}
