package org.keyhopper.central.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.Enrolments;
import org.keyhopper.central.enrolment.LivingClaim;
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
            Enrolment enrolment,
            Instant expires,
            RecipientState recipient,
            ProvisioningRequest request,
            List<String> groups) {

        ClaimedRecipient with(Eligibility eligibility) {
            return new ClaimedRecipient(
                    enrolment.claim(),
                    expires,
                    recipient.id(),
                    recipient.recipient(),
                    request.directory(),
                    request.profile(),
                    eligibility);
        }
    }

    Answer<Optional<ClaimedRecipient>> claim(Caller caller, RequestId id, ClaimOrder order) {
        Answer<Optional<Claimed>> taken = context.store().write(in -> take(in, caller, id, order));
        return taken.map(claimed -> claimed.map(it -> {
            lookAhead(it);
            return it.with(eligibility(it, order.device()));
        }));
    }

    private void lookAhead(Claimed claimed) {
        Enrolment enrolment = claimed.enrolment();
        if (enrolment.state() == Enrolment.State.CLAIMED) {
            context.ahead().start(enrolment.claim(), enrolment.directory(), claimed.recipient(), claimed.groups());
        }
    }

    private static Answer<Optional<Claimed>> take(
            CentralTransaction in, Caller caller, RequestId id, ClaimOrder order) {
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
        Optional<Enrolment> before = in.enrolments().claimedWith(caller.holder(), order.idempotencyKey());
        if (before.isPresent() && !before.get().recipient().request().equals(id)) {
            Problem problem = Problem.of(CentralProblem.IDEMPOTENCY_KEY_REUSED);
            return CallContext.refuse(in, caller, AuditAction.CLAIM, "request:" + id, problem);
        }
        if (before.isPresent()) {
            return CallContext.current(in, caller, AuditAction.CLAIM, before.get(), Map.of())
                    .map(enrolment -> Optional.of(described(in, enrolment, request.get())));
        }
        String printer = order.printer().orElse("");
        Optional<Problem> tooMany = tooMany(in, caller, printer);
        if (tooMany.isPresent()) {
            return CallContext.refuse(in, caller, AuditAction.CLAIM, "request:" + id, tooMany.get());
        }
        Optional<Enrolment> next = in.enrolments()
                .claimNext(request.get(), caller.holder(), printer, order.idempotencyKey(), Enrolments.CLAIM_LIFE);
        Optional<Claimed> claimed = next.map(enrolment -> described(in, enrolment, request.get()));
        claimed.ifPresent(it -> {
            in.names()
                    .put(
                            UnclearSearch.subject(it.recipient().id()),
                            request.get().directory(),
                            it.recipient().recipient());
            in.audit().append(CallContext.done(caller, AuditAction.CLAIM, it.enrolment()));
        });
        return Answer.done(claimed);
    }

    /** One person at a time stands at a desk; a printer may prepare one card ahead. */
    static Optional<Problem> tooMany(CentralTransaction in, Caller caller, String printer) {
        List<LivingClaim> living = in.enrolments().living(caller.holder());
        List<LivingClaim> here =
                living.stream().filter(claim -> claim.printer().equals(printer)).toList();
        int most = printer.isEmpty() ? 1 : Enrolments.MOST_CLAIMS_OF_PRINTER;
        return here.size() < most && living.size() < Enrolments.MOST_CLAIMS_OF_STATION
                ? Optional.empty()
                : Optional.of(Problem.of(
                        CentralProblem.TOO_MANY_CLAIMS,
                        (here.isEmpty() ? living : here)
                                .stream()
                                        .map(claim -> Long.toString(claim.number()))
                                        .collect(Collectors.joining(", "))));
    }

    private static Claimed described(CentralTransaction in, Enrolment enrolment, ProvisioningRequest request) {
        return new Claimed(
                enrolment,
                in.enrolments().expiry(enrolment.claim()).orElseThrow(),
                in.recipient(enrolment.recipient()).orElseThrow(),
                request,
                BeginCall.groups(in, enrolment));
    }

    /** What cannot be found out now is found out when the enrolment begins. */
    private Eligibility eligibility(Claimed claimed, Optional<DeviceReport> device) {
        if (device.isEmpty()) {
            return Eligibility.of(List.of());
        }
        Optional<Problem> unproven = CallContext.model(
                claimed.request().profile(), device.get(), context.metadata().get());
        if (unproven.isPresent()) {
            return Eligibility.of(List.of(unproven.get()));
        }
        long claim = claimed.enrolment().claim();
        Answer<Eligibility> found = context.directories()
                .use(claimed.request().directory(), directory -> context.ahead()
                        .user(claim)
                        .map(Answer::done)
                        .orElseGet(() -> AccountSearch.find(directory, claimed.recipient()))
                        .flatMap(user -> directory
                                .passkeys()
                                .eligibility(user, device.get().info())));
        if (found instanceof Answer.Done<Eligibility>(Eligibility eligibility)
                && eligibility.obstacles().isEmpty()) {
            context.ahead().cleared(claim, device.get().aaguid());
        }
        return switch (found) {
            case Answer.Done<Eligibility>(Eligibility eligibility) -> eligibility;
            case Answer.Failed<Eligibility>(Problem problem) -> Eligibility.of(List.of(problem));
            case Answer.Unclear<Eligibility>(Problem problem) -> Eligibility.of(List.of(problem));
        };
    }

    Answer<Instant> renew(Caller caller, long claim) {
        return context.store().write(in -> CallContext.own(in, caller, AuditAction.RENEW, claim)
                .flatMap(own -> CallContext.current(in, caller, AuditAction.RENEW, own, Map.of()))
                .map(current -> in.enrolments().renew(claim, Enrolments.CLAIM_LIFE)));
    }
}
