package org.keyhopper.core.internal.central;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.BegunEnrolment;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.central.DeviceReport;
import org.keyhopper.core.central.RegisteredEnrolment;
import org.keyhopper.core.central.ReleaseOrder;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;

/** A Central with one claim, which can be cut off and can take the claim away. */
final class FakeCentral implements CentralEnrolments {

    record Code(String id) implements ProblemCode {}

    /** Whether it answers. */
    boolean reachable = true;

    boolean claimLost;

    /** Claims that have ended, since Central has decided without them. */
    final Set<Long> lostClaims = new HashSet<>();

    /** The request as it is at Central, if there is one. */
    Optional<ProvisioningRequest> reported = Optional.empty();

    /** How many of the next calls are carried out, and their answers lost. */
    int answersLost;

    /** What calls are refused with after that, before they are looked at. */
    Optional<Problem> refusal = Optional.empty();

    Eligibility eligibility = Eligibility.of(List.of());
    boolean escrow;

    /** Whether it does not know yet that a PIN may come with begin, and be confirmed with register. */
    boolean old;

    volatile boolean confirmed;
    Optional<String> keptPin = Optional.empty();
    Outcome outcome = Outcome.PENDING;
    Optional<ReleaseOrder> released = Optional.empty();
    private final BegunEnrolment begun;
    private Optional<CredentialId> registered = Optional.empty();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    FakeCentral(BegunEnrolment begun) {
        this.begun = begun;
    }

    List<String> calls() {
        return calls;
    }

    private <T> Answer<T> answer(String call, Answer<T> answer) {
        calls.add(call);
        if (!reachable) {
            return noAnswer();
        }
        if (answersLost > 0) {
            answersLost--;
            return noAnswer();
        }
        if (refusal.isPresent()) {
            return Answer.failed(refusal.get());
        }
        return claimLost ? Answer.failed(Problem.of(new Code("central.claim-lost"))) : answer;
    }

    private static <T> Answer<T> noAnswer() {
        return Answer.unclear(Problem.of(CentralConnectionProblem.NO_ANSWER, "central"));
    }

    /** Whether the next call is looked at. */
    private boolean isReached() {
        return reachable && (answersLost > 0 || refusal.isEmpty());
    }

    @Override
    public Answer<CentralAccess> access() {
        return answer("access", Answer.done(new CentralAccess(Optional.empty(), Set.of())));
    }

    @Override
    public Answer<List<ProvisioningRequest>> requests() {
        return answer("requests", Answer.done(List.of()));
    }

    @Override
    public Answer<ProvisioningRequest> request(RequestId id) {
        return answer(
                "request",
                reported.map(Answer::done)
                        .orElseGet(() -> Answer.failed(Problem.of(new Code("central.no-such-request")))));
    }

    @Override
    public Answer<Integer> retryFailed(RequestId request) {
        return answer("retryFailed", Answer.done(0));
    }

    @Override
    public Answer<Optional<ClaimedRecipient>> claim(
            RequestId request, String key, String printer, Optional<DeviceReport> device) {
        RecipientId recipient = new RecipientId(request, 1);
        return answer("claim", Answer.done(Optional.of(new ClaimedRecipient(7, Instant.MAX, recipient, eligibility))));
    }

    @Override
    public Answer<Instant> renew(long claim) {
        return answer("renew", Answer.done(Instant.MAX));
    }

    @Override
    public Answer<BegunEnrolment> begin(long claim, DeviceReport device, Optional<Secret> pin) {
        if (pin.isPresent() && !escrow) {
            return answer("begin", Answer.failed(Problem.of(new Code("central.no-escrow"))));
        }
        if (reachable && !old) {
            pin.ifPresent(this::keep);
        }
        return answer(
                "begin",
                Answer.done(new BegunEnrolment(begun.options(), begun.proofClientData(), pin.isPresent() && !old)));
    }

    private void keep(Secret pin) {
        keptPin = Optional.of(new String(pin.toChars()));
    }

    @Override
    public Answer<RegisteredEnrolment> register(
            long claim, NewCredential credential, String name, boolean pinAccepted) {
        if (lostClaims.contains(claim)) {
            return answer("register", Answer.failed(Problem.of(new Code("central.claim-lost"))));
        }
        boolean confirms = pinAccepted && !old && keptPin.isPresent();
        if (isReached() && !claimLost) {
            registered = Optional.of(credential.id());
            confirmed |= confirms;
        }
        return answer("register", Answer.done(new RegisteredEnrolment("handle", confirms)));
    }

    @Override
    public Answer<Outcome> prove(long claim, CredentialId credential, Assertion assertion) {
        if (isReached() && registered.equals(Optional.of(credential))) {
            outcome = Outcome.PROVISIONED;
        }
        return answer("prove", Answer.done(outcome));
    }

    @Override
    public Answer<Boolean> keepPin(long claim, Secret pin) {
        if (reachable && escrow) {
            keep(pin);
        }
        return answer("keepPin", escrow ? Answer.done(true) : Answer.failed(Problem.of(new Code("central.no-escrow"))));
    }

    @Override
    public Answer<Boolean> confirmPin(long claim) {
        confirmed |= isReached() && keptPin.isPresent();
        return answer(
                "confirmPin",
                keptPin.isPresent() ? Answer.done(true) : Answer.failed(Problem.of(new Code("central.no-such-pin"))));
    }

    @Override
    public Answer<Outcome> release(long claim, ReleaseOrder order) {
        if (isReached()) {
            released = Optional.of(order);
            outcome = order.deviceClean() ? Outcome.FAILED : Outcome.UNCLEAR;
        }
        return answer("release", Answer.done(outcome));
    }

    @Override
    public void disconnect() {
        calls.add("disconnect");
    }
}
