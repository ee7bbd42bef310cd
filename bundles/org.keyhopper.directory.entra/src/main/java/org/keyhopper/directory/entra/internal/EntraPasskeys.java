package org.keyhopper.directory.entra.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.EventualRead;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.json.JsonView;

/** FIDO2 methods of a tenant's users. */
final class EntraPasskeys implements Passkeys {

    /** Half a minute for the touch that CTAP grants, and half for a slow card and the registration itself. */
    static final Duration LEAST_LIFE = Duration.ofSeconds(60);

    private final JsonSession session;
    private final EntraRequests requests;
    private final PolicyCheck policy;
    private final Obstacles general;
    private final EventualRead appearance;
    private final Paging paging;
    private final Clock clock;

    /** What stands in the way whatever the policy says. */
    @FunctionalInterface
    interface Obstacles {
        List<Problem> against(DirectoryUser user);
    }

    EntraPasskeys(
            JsonSession session,
            EntraRequests requests,
            PolicyCheck policy,
            Obstacles general,
            EventualRead appearance,
            Paging paging,
            Clock clock) {
        this.session = session;
        this.requests = requests;
        this.policy = policy;
        this.general = general;
        this.appearance = appearance;
        this.paging = paging;
        this.clock = clock;
    }

    @Override
    public Answer<List<Problem>> obstacles(DirectoryUser user, AuthenticatorInfo device) {
        List<Problem> found = new ArrayList<>(general.against(user));
        return policy.obstacles(user, device).map(more -> {
            found.addAll(more);
            return List.copyOf(found);
        });
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        ApiRequest request = ApiRequest.get(requests.creationOptions(user.id()));
        Problem unknown = Problem.of(DirectoryProblem.USER_NOT_FOUND, user.userName());
        // Whoever was created a moment ago is not yet known to every copy.
        return settled(user, appearance.await(unknown, () -> session.unlessMissing(request, this::options)));
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
    public int longestName() {
        return EntraRequests.LONGEST_NAME;
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        ApiRequest request = requests.registration(user.id(), credential, displayName);
        Answer<RegisteredPasskey> answer = session.json(request).flatMap(json -> EntraResponses.passkey(json)
                .map(passkey -> Answer.done(with(credential.id(), passkey)))
                .orElseGet(() -> Answer.unclear(JsonSession.unreadable("registered, but without an id"))));
        return settled(user, late(options, answer));
    }

    private Answer<RegisteredPasskey> late(EnrolmentOptions options, Answer<RegisteredPasskey> answer) {
        boolean vague = answer instanceof Answer.Failed<RegisteredPasskey>(Problem problem)
                && problem.is(DirectoryProblem.REFUSED)
                && clock.instant().isAfter(options.expires());
        return vague
                ? Answer.failed(Problem.of(DirectoryProblem.OPTIONS_EXPIRED)
                        .withDetail(answer.trouble().orElseThrow().detail()))
                : answer;
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        Answer<List<JsonView>> entries = paging.collect(requests.passkeys(user.id()), Integer.MAX_VALUE, session::get);
        return missing(user, entries).map(found -> found.stream()
                .flatMap(json -> EntraResponses.passkey(json).stream())
                .toList());
    }

    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        ApiRequest request = ApiRequest.get(requests.passkey(user.id(), passkeyId));
        Problem absent = Problem.of(DirectoryProblem.NOT_READ_BACK).withDetail(passkeyId);
        return appearance.await(absent, () -> session.unlessMissing(request, this::one));
    }

    private Answer<RegisteredPasskey> one(ApiRequest request, ApiResponse response) {
        return session.body(request, response).flatMap(json -> EntraResponses.passkey(json)
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(JsonSession.unreadable("a method without id"))));
    }

    @Override
    public Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return session.delete(requests.passkey(user.id(), passkeyId));
    }

    /** Entra keeps nothing between options and registration. */
    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return Answer.done(false);
    }

    private <T> Answer<T> settled(DirectoryUser user, Answer<T> answer) {
        if (answer instanceof Answer.Failed<T>) {
            policy.forget();
        }
        return missing(user, answer);
    }

    /** Every path here goes by the person, so 404 means that the person is gone. */
    private static <T> Answer<T> missing(DirectoryUser user, Answer<T> answer) {
        return JsonSession.ifMissing(answer, Problem.of(DirectoryProblem.USER_NOT_FOUND, user.userName()));
    }

    private static RegisteredPasskey with(CredentialId id, RegisteredPasskey passkey) {
        Set<CredentialId> ids = new HashSet<>(passkey.credentialIds());
        ids.add(id);
        return new RegisteredPasskey(passkey.id(), ids, passkey.displayName(), passkey.aaguid(), passkey.created());
    }
}
