package org.keyhopper.directory.okta.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.EventualRead;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.webauthn.EnrolmentStart;

/** WebAuthn factors of an org's users. One is enrolled to begin, and activated to complete; its id stays the same. */
final class OktaPasskeys implements Passkeys {

    private final JsonSession session;
    private final OktaRequests requests;
    private final OktaPages pages;
    private final OktaOptions reader;
    private final CancellableDelay waiting;

    OktaPasskeys(
            JsonSession session, OktaRequests requests, OktaPages pages, OktaOptions reader, CancellableDelay waiting) {
        this.session = session;
        this.requests = requests;
        this.pages = pages;
        this.reader = reader;
        this.waiting = waiting;
    }

    /** Okta does not show its authenticator policies by the factor API, so only the account is looked at. */
    @Override
    public Answer<List<Problem>> obstacles(DirectoryUser user, AuthenticatorInfo device) {
        return Answer.done(
                user.state() == AccountState.DISABLED
                        ? List.of(Problem.of(DirectoryProblem.USER_DISABLED, user.userName()))
                        : List.of());
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        Answer<EnrolmentOptions> answer = new EnrolmentStart(() -> create(user), () -> abandonAll(user)).begin(waiting);
        return missing(user, answer);
    }

    private Answer<EnrolmentOptions> create(DirectoryUser user) {
        return session.json(requests.create(user.id())).flatMap(factor -> reader.read(factor)
                .map(Answer::done)
                .orElseGet(() ->
                        Answer.unclear(JsonSession.unreadable("a factor without activation, account or challenge"))));
    }

    /** The name that Okta shows is the model's; it takes none from us. */
    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        ApiRequest request = requests.activate(user.id(), options.enrolmentId(), credential);
        Answer<RegisteredPasskey> answer =
                session.json(request).flatMap(factor -> activated(options, credential, factor));
        return JsonSession.ifMissing(answer, Problem.of(DirectoryProblem.OPTIONS_EXPIRED));
    }

    private static Answer<RegisteredPasskey> activated(
            EnrolmentOptions options, NewCredential credential, JsonView factor) {
        if (!OktaResponses.isActive(factor)) {
            return factor.text("status")
                    .<Answer<RegisteredPasskey>>map(status -> Answer.failed(
                            Problem.of(DirectoryProblem.REFUSED, "200").withDetail("the factor is " + status)))
                    .orElseGet(() -> Answer.unclear(JsonSession.unreadable("activated, but without a status")));
        }
        String name = factor.text("profile", "authenticatorName").orElse("");
        return Answer.done(new RegisteredPasskey(
                options.enrolmentId(), Set.of(credential.id()), name, Optional.empty(), factor.instant("created")));
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return factors(user, OktaResponses::isActive).map(active -> active.stream()
                .flatMap(factor -> OktaResponses.passkey(factor).stream())
                .toList());
    }

    private Answer<List<JsonView>> factors(DirectoryUser user, Predicate<JsonView> wanted) {
        return missing(user, pages.collect(requests.factors(user.id()), Integer.MAX_VALUE))
                .map(found -> found.stream()
                        .filter(OktaResponses::isPasskey)
                        .filter(wanted)
                        .toList());
    }

    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        ApiRequest request = ApiRequest.get(requests.factor(user.id(), passkeyId));
        Problem absent = Problem.of(DirectoryProblem.NOT_READ_BACK).withDetail(passkeyId);
        return new EventualRead(waiting).await(absent, () -> session.unlessMissing(request, session::body)
                .map(factor -> factor.filter(OktaResponses::isActive).flatMap(OktaResponses::passkey)));
    }

    @Override
    public Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return session.delete(requests.factor(user.id(), passkeyId));
    }

    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return enrolmentId.isEmpty() ? abandonAll(user) : delete(user, enrolmentId);
    }

    private Answer<Boolean> abandonAll(DirectoryUser user) {
        return factors(user, OktaResponses::isPending).flatMap(pending -> {
            Answer<Boolean> any = Answer.done(false);
            for (JsonView factor : pending) {
                any = any.flatMap(
                        before -> delete(user, factor.text("id").orElse("")).map(deleted -> deleted || before));
            }
            return any;
        });
    }

    private static <T> Answer<T> missing(DirectoryUser user, Answer<T> answer) {
        return JsonSession.ifMissing(answer, Problem.of(DirectoryProblem.USER_NOT_FOUND, user.userName()));
    }
}
