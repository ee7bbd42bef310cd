package org.keyhopper.directory.entra.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.HttpPasskeys;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.EventualRead;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.json.JsonView;

/** FIDO2 methods of a tenant's users. */
final class EntraPasskeys extends HttpPasskeys {

    /** Half a minute for the touch that CTAP grants, and half for a slow card and the registration itself. */
    static final Duration LEAST_LIFE = Duration.ofSeconds(60);

    private final EntraRequests requests;
    private final PolicyCheck policy;
    private final AccountCheck accounts;
    private final Paging paging;
    private final Clock clock;
    private final EventualRead eventualRead;

    EntraPasskeys(
            JsonSession session,
            EntraRequests requests,
            PolicyCheck policy,
            AccountCheck accounts,
            Paging paging,
            Clock clock,
            CancellableDelay delay) {
        super(session, delay);
        this.requests = requests;
        this.policy = policy;
        this.accounts = accounts;
        this.paging = paging;
        this.clock = clock;
        eventualRead = new EventualRead(delay);
    }

    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        List<Problem> found = new ArrayList<>(accounts.obstacles(user));
        found.addAll(accountObstacles(user));
        return policy.eligibility(user, device).map(byPolicy -> {
            found.addAll(byPolicy.obstacles());
            return new Eligibility(found, byPolicy.attestationEnforced());
        });
    }

    /**
     * Waits for a user created a moment ago, whom not every replica knows yet. Options are prefetched while the device is
     * on its way, so the policy is read here too: {@link #eligibility} is asked with the device in place.
     */
    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        policy.readAhead();
        ApiRequest request = ApiRequest.get(requests.creationOptions(user.id()));
        Problem unknown = Problem.of(DirectoryProblem.USER_NOT_FOUND, user.userName());
        Answer<EnrolmentOptions> answer =
                eventualRead.await(unknown, () -> session.unlessMissing(request, this::options));
        return settled(user, accounts.explained(user, answer));
    }

    private Answer<EnrolmentOptions> options(ApiRequest request, ApiResponse response) {
        return session.body(request, response).flatMap(body -> new EntraOptions(clock)
                .read(body, response.serverTime())
                .map(this::longEnough)
                .orElseGet(() -> Answer.failed(JsonSession.unreadable("options without account, rp or challenge"))));
    }

    private Answer<EnrolmentOptions> longEnough(EnrolmentOptions options) {
        Duration left = Duration.between(clock.instant(), options.expires());
        return left.compareTo(LEAST_LIFE) < 0
                ? Answer.failed(
                        Problem.of(DirectoryProblem.OPTIONS_EXPIRED).withDetail(left.toSeconds() + " seconds left"))
                : Answer.done(options);
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        ApiRequest request = requests.registration(user.id(), credential, displayName);
        Answer<RegisteredPasskey> answer = session.json(request).flatMap(json -> registered(json)
                .map(passkey -> Answer.done(with(credential.id(), passkey)))
                .orElseGet(() -> Answer.unclear(JsonSession.unreadable("registered, but without an ID"))));
        return settled(user, accounts.explained(user, late(options, answer)));
    }

    private Answer<RegisteredPasskey> late(EnrolmentOptions options, Answer<RegisteredPasskey> answer) {
        boolean vague = answer instanceof Answer.Failed<RegisteredPasskey>(Problem problem)
                && problem.is(DirectoryProblem.REFUSED)
                && clock.instant().isAfter(options.expires());
        return vague
                ? Answer.failed(Problem.of(DirectoryProblem.OPTIONS_EXPIRED)
                        .withDetail(answer.failure().orElseThrow().detail()))
                : answer;
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return knownUser(user, paging.collect(requests.passkeys(user.id()), Integer.MAX_VALUE, session::get))
                .map(found -> found.stream()
                        .flatMap(json -> registered(json).stream())
                        .toList());
    }

    /** Graph stores nothing between options and registration. */
    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return Answer.done(false);
    }

    @Override
    protected URI passkey(DirectoryUser user, String passkeyId) {
        return requests.passkey(user.id(), passkeyId);
    }

    @Override
    protected Optional<RegisteredPasskey> registered(JsonView method) {
        return EntraResponses.passkey(method);
    }

    @Override
    protected void forgetPolicy() {
        policy.forget();
    }

    private static RegisteredPasskey with(CredentialId id, RegisteredPasskey passkey) {
        Set<CredentialId> ids = new HashSet<>(passkey.credentialIds());
        ids.add(id);
        return new RegisteredPasskey(
                passkey.id(), ids, passkey.displayName(), passkey.aaguid(), passkey.created(), passkey.type());
    }
}
