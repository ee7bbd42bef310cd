package org.keyhopper.central.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.Enrolments;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.request.Approval;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** Claims a recipient for a station, and renews a claim. */
record ClaimCall(CallContext context) {

    /** What was claimed, in the transaction of the claim. */
    private record Claimed(
            Enrolment enrolment, Instant expires, RecipientState recipient, ProvisioningRequest request) {

        ClaimedRecipient with(List<Problem> obstacles) {
            return new ClaimedRecipient(
                    enrolment.claim(),
                    expires,
                    recipient.id(),
                    recipient.recipient(),
                    request.directory(),
                    request.profile(),
                    obstacles);
        }
    }

    Answer<Optional<ClaimedRecipient>> claim(
            Caller caller, RequestId id, String idempotencyKey, Optional<DeviceReport> device) {
        Answer<Optional<Claimed>> taken = context.store().write(in -> take(in, caller, id, idempotencyKey));
        return taken.map(claimed -> claimed.map(it -> it.with(obstacles(it, device))));
    }

    private static Answer<Optional<Claimed>> take(
            CentralTransaction in, Caller caller, RequestId id, String idempotencyKey) {
        Optional<ProvisioningRequest> request = in.request(id);
        if (request.isEmpty()) {
            Problem problem = Problem.of(CentralProblem.NO_SUCH_REQUEST, id.value());
            return CallContext.refuse(in, caller, AuditAction.CLAIM, "request:" + id, problem);
        }
        Optional<Problem> lacking = caller.lacks(
                Privilege.PROVISION_NOW, CallContext.place(in, id, request.get().directory()));
        if (lacking.isPresent()) {
            return CallContext.refuse(in, caller, AuditAction.CLAIM, "request:" + id, lacking.get());
        }
        if (in.requests().details(id).approval() == Approval.NEEDED) {
            Problem problem = Problem.of(CentralProblem.APPROVAL_NEEDED, id.value());
            return CallContext.refuse(in, caller, AuditAction.CLAIM, "request:" + id, problem);
        }
        Optional<Enrolment> before = in.enrolments().claimedWith(caller.holder(), idempotencyKey);
        if (before.isPresent() && !before.get().recipient().request().equals(id)) {
            Problem problem = Problem.of(CentralProblem.IDEMPOTENCY_KEY_REUSED);
            return CallContext.refuse(in, caller, AuditAction.CLAIM, "request:" + id, problem);
        }
        if (before.isPresent()) {
            return CallContext.current(in, caller, AuditAction.CLAIM, before.get(), Map.of())
                    .map(enrolment -> Optional.of(described(in, enrolment, request.get())));
        }
        Optional<Enrolment> next =
                in.enrolments().claimNext(request.get(), caller.holder(), idempotencyKey, Enrolments.CLAIM_LIFE);
        Optional<Claimed> claimed = next.map(enrolment -> described(in, enrolment, request.get()));
        next.ifPresent(enrolment -> in.audit()
                .append(AuditEvent.done(caller, AuditAction.CLAIM, CallContext.subject(enrolment))
                        .with("recipient", id + "/" + enrolment.recipient().position())));
        return Answer.done(claimed);
    }

    private static Claimed described(CentralTransaction in, Enrolment enrolment, ProvisioningRequest request) {
        return new Claimed(
                enrolment,
                in.enrolments().expiry(enrolment.claim()).orElseThrow(),
                in.recipient(enrolment.recipient()).orElseThrow(),
                request);
    }

    /** What cannot be found out now is found out when the enrolment begins. */
    private List<Problem> obstacles(Claimed claimed, Optional<DeviceReport> device) {
        if (device.isEmpty()) {
            return List.of();
        }
        Answer<Directory> directory =
                context.directories().open(claimed.request().directory());
        Answer<List<Problem>> found = directory.flatMap(
                it -> AccountSearch.find(it, claimed.recipient()).flatMap((DirectoryUser user) -> it.passkeys()
                        .obstacles(user, device.get().info())));
        return switch (found) {
            case Answer.Done<List<Problem>>(List<Problem> problems) -> problems;
            case Answer.Failed<List<Problem>>(Problem problem) -> List.of(problem);
            case Answer.Unclear<List<Problem>>(Problem problem) -> List.of(problem);
        };
    }

    Answer<Instant> renew(Caller caller, long claim) {
        return context.store().write(in -> CallContext.own(in, caller, AuditAction.RENEW, claim)
                .flatMap(own -> CallContext.current(in, caller, AuditAction.RENEW, own, Map.of()))
                .map(current -> in.enrolments().renew(claim, Enrolments.CLAIM_LIFE)));
    }
}
