package org.keyhopper.central.client.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.central.BegunEnrolment;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.CentralPrivilege;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.central.DeviceReport;
import org.keyhopper.core.central.RegisteredEnrolment;
import org.keyhopper.core.central.ReleaseOrder;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;

/**
 * The calls over HTTP. Each is repeated after a lost answer, and when Central asks for it, with a pause and within one deadline;
 * all of them are safe to repeat.
 */
final class HttpEnrolments implements CentralEnrolments {

    private static final int NO_CONTENT = 204;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final String IN_PROGRESS = "central.in-progress";
    private static final Duration LONGEST_CALL = Duration.ofSeconds(40);

    /** Over headers and body of one attempt; a directory may take its time. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(20);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 4;

    private final TokenSession session;
    private final CentralHttp http;
    private final Duration pause;
    private final EscrowCalls escrow;

    /** @param pause before the second attempt; twice as long before each further one */
    HttpEnrolments(CentralHttp http, StationKey key, TokenSession session, Confirmed confirmed, Duration pause) {
        this.escrow = new EscrowCalls(http, key, this::send, confirmed);
        this.http = http;
        this.session = session;
        this.pause = pause;
    }

    /** Reads the body of a successful response. */
    @FunctionalInterface
    interface Reading<T> {
        T of(JsonObject body) throws BadReplyException;
    }

    @Override
    public void disconnect() {
        http.disconnect();
    }

    @Override
    public Answer<CentralAccess> access() {
        return call(HttpCall.get("/api/v1/session"), HttpEnrolments::access);
    }

    private static CentralAccess access(JsonObject body) throws BadReplyException {
        Set<CentralPrivilege> privileges = EnumSet.noneOf(CentralPrivilege.class);
        List<String> names = Members.list(body, "privileges", JsonElement::getAsString);
        Stream.of(CentralPrivilege.values())
                .filter(privilege -> names.contains(privilege.name()))
                .forEach(privileges::add);
        boolean isOperator = "OPERATOR".equals(Members.text(body, "kind"));
        return new CentralAccess(isOperator ? Optional.of(Members.text(body, "name")) : Optional.empty(), privileges);
    }

    @Override
    public Answer<List<ProvisioningRequest>> requests() {
        return call(HttpCall.get("/api/v1/station/requests"), RequestJson::requests);
    }

    @Override
    public Answer<ProvisioningRequest> request(RequestId id) {
        return call(HttpCall.get("/api/v1/station/requests/" + id), RequestJson::request);
    }

    @Override
    public Answer<Integer> retryFailed(RequestId request) {
        return call(
                HttpCall.post("/api/v1/requests/" + request + "/retry", "{}"),
                body -> Math.toIntExact(Members.number(body, "reopened")));
    }

    @Override
    public Answer<Optional<ClaimedRecipient>> claim(
            RequestId request, String idempotencyKey, String printer, Optional<DeviceReport> device) {
        HttpCall call = HttpCall.post("/api/v1/requests/" + request + "/claims", CentralJson.of(printer, device))
                .with("Idempotency-Key", idempotencyKey);
        return send(call)
                .flatMap(reply -> reply.status() == NO_CONTENT
                        ? Answer.done(Optional.empty())
                        : read(reply, body -> Optional.of(CentralJson.claimed(body))));
    }

    @Override
    public Answer<Instant> renew(long claim) {
        return call(claim(claim, "renewal", "{}"), body -> Members.instant(body, "expires"));
    }

    @Override
    public Answer<BegunEnrolment> begin(long claim, DeviceReport device, Optional<Secret> pin) {
        Answer<Optional<SealedCopies>> sealed = pin.isEmpty()
                ? Answer.done(Optional.empty())
                : escrow.sealed(claim, pin.get()).map(Optional::of);
        Answer<BegunEnrolment> answer = sealed.flatMap(
                it -> call(claim(claim, "enrolment", CentralJson.ofEnrolment(device, it)), CentralJson::begun));
        return pin.isEmpty() ? answer : escrow.noted(answer);
    }

    @Override
    public Answer<RegisteredEnrolment> register(
            long claim, NewCredential credential, String name, boolean pinAccepted) {
        return call(
                claim(claim, "registration", CentralJson.of(credential, name, pinAccepted)), CentralJson::registered);
    }

    @Override
    public Answer<Outcome> prove(long claim, CredentialId credential, Assertion assertion) {
        return call(claim(claim, "proof", CentralJson.of(credential, assertion)), HttpEnrolments::outcome);
    }

    @Override
    public Answer<Boolean> keepPin(long claim, Secret pin) {
        return escrow.keep(claim, pin);
    }

    @Override
    public Answer<Boolean> confirmPin(long claim) {
        return escrow.confirm(claim);
    }

    @Override
    public Answer<Outcome> release(long claim, ReleaseOrder order) {
        return call(claim(claim, "release", CentralJson.of(order)), HttpEnrolments::outcome);
    }

    private static HttpCall claim(long claim, String action, String body) {
        return HttpCall.post("/api/v1/claims/" + claim + "/" + action, body);
    }

    private static Outcome outcome(JsonObject body) throws BadReplyException {
        return Members.constant(body, "outcome", Outcome.class);
    }

    /** Returns the certificates to which Central wants PINs sealed. */
    Answer<Certificates> certificates() {
        return escrow.certificates();
    }

    /** Ends the membership. */
    Answer<Boolean> leave() {
        return send(HttpCall.delete("/api/v1/station")).map(reply -> true);
    }

    <T> Answer<T> call(HttpCall call, Reading<T> reading) {
        return send(call).flatMap(reply -> read(reply, reading));
    }

    /** A response that cannot be read leaves open what was done. */
    private <T> Answer<T> read(HttpReply reply, Reading<T> reading) {
        try {
            return Answer.done(reading.of(reply.json()));
        } catch (BadReplyException e) {
            return Answer.unclear(http.problem(CentralConnectionProblem.BAD_ANSWER, e.getMessage()));
        }
    }

    Answer<HttpReply> send(HttpCall call) {
        Deadline deadline = Deadline.in(LONGEST_CALL);
        boolean maybeDone = false;
        for (int attempt = 1; ; attempt++) {
            Answer<HttpReply> sent = session.send(call, deadline.atMost(LONGEST_ATTEMPT));
            Answer<HttpReply> answer = sent.flatMap(this::judged);
            maybeDone |= answer instanceof Answer.Unclear<HttpReply>;
            Duration wait = sent.result().flatMap(HttpReply::retryAfter).orElseGet(() -> pause);
            if (!mayRepeat(sent, answer)
                    || attempt == ATTEMPTS
                    || wait.compareTo(LONGEST_PAUSE) > 0
                    || wait.compareTo(deadline.remaining()) >= 0
                    || !slept(wait)) {
                return maybeDone && !isVerdict(sent) ? open(answer) : answer;
            }
        }
    }

    private static boolean isVerdict(Answer<HttpReply> sent) {
        return sent.result().filter(HttpReply::isVerdict).isPresent();
    }

    /** An attempt that Central did not look at says nothing about an earlier one whose answer was lost. */
    private static Answer<HttpReply> open(Answer<HttpReply> answer) {
        return answer instanceof Answer.Failed<HttpReply>(Problem problem) ? Answer.unclear(problem) : answer;
    }

    private static boolean mayRepeat(Answer<HttpReply> sent, Answer<HttpReply> answer) {
        boolean asked = sent.result()
                .filter(reply -> reply.status() == TOO_MANY_REQUESTS || isInProgress(reply))
                .isPresent();
        boolean unreached = answer instanceof Answer.Failed<HttpReply>(Problem problem)
                && problem.is(CentralConnectionProblem.UNREACHABLE);
        return asked || unreached || answer instanceof Answer.Unclear<HttpReply>;
    }

    private static boolean isInProgress(HttpReply reply) {
        return reply.status() == CONFLICT
                && reply.problem()
                        .filter(problem -> problem.code().id().equals(IN_PROGRESS))
                        .isPresent();
    }

    /** A failure of the server, or of what stands before it, leaves open what was done. */
    private Answer<HttpReply> judged(HttpReply reply) {
        if (reply.isSuccess()) {
            return Answer.done(reply);
        }
        Problem problem =
                reply.problem().orElseGet(() -> http.problem(CentralConnectionProblem.BAD_ANSWER, reply.excerpt()));
        return reply.status() >= SERVER_ERROR || isInProgress(reply) ? Answer.unclear(problem) : Answer.failed(problem);
    }

    private static boolean slept(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
