package org.keyhopper.directory.pingone.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.EventualRead;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.json.JsonView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** FIDO2 devices of an environment's users. One is created to begin, and activated to complete; its id stays the same. */
final class PingOnePasskeys implements Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(PingOnePasskeys.class);
    private static final Duration PATIENCE_FOR_A_NAME = Duration.ofSeconds(10);

    private final JsonSession session;
    private final PingOneRequests requests;
    private final Enrolment enrolment;
    private final MfaSwitch mfa;
    private final PolicyCheck policy;
    private final EventualRead appearance;
    private final Paging devices;

    PingOnePasskeys(
            JsonSession session,
            PingOneRequests requests,
            Enrolment enrolment,
            MfaSwitch mfa,
            PolicyCheck policy,
            EventualRead appearance,
            Paging devices) {
        this.session = session;
        this.requests = requests;
        this.enrolment = enrolment;
        this.mfa = mfa;
        this.policy = policy;
        this.appearance = appearance;
        this.devices = devices;
    }

    @Override
    public Answer<List<Problem>> obstacles(DirectoryUser user, AuthenticatorInfo device) {
        List<Problem> found = new ArrayList<>();
        if (user.state() == AccountState.DISABLED) {
            found.add(Problem.of(DirectoryProblem.USER_DISABLED, user.userName()));
        }
        return missing(user, mfa.obstacle(user)).flatMap(off -> {
            off.ifPresent(found::add);
            return policy.policy().map(known -> {
                known.ifPresent(rules -> found.addAll(rules.obstacles(device)));
                return List.copyOf(found);
            });
        });
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        return settled(user, mfa.ensure(user).flatMap(ready -> enrolment.begin(user, () -> abandonAll(user))));
    }

    @Override
    public int longestName() {
        return PingOneRequests.LONGEST_NAME;
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        Answer<RegisteredPasskey> answer = enrolment.complete(user, options, credential);
        if (answer instanceof Answer.Failed<RegisteredPasskey>) {
            policy.forget();
        }
        return answer.map(passkey -> named(user, passkey, displayName));
    }

    /** A name is for the eye, so that it cannot be set changes nothing. */
    private RegisteredPasskey named(DirectoryUser user, RegisteredPasskey passkey, String name) {
        ApiRequest request = requests.rename(user.id(), passkey.id(), name);
        Answer<ApiResponse> answer = session.exchange(request, PATIENCE_FOR_A_NAME);
        boolean isNamed = answer.result().filter(ApiResponse::isGood).isPresent();
        if (!isNamed) {
            LOG.warn("the passkey {} keeps a name of the directory's own: {}", passkey.id(), answer);
        }
        String shown = isNamed ? PingOneRequests.shortened(name) : passkey.displayName();
        return new RegisteredPasskey(passkey.id(), passkey.credentialIds(), shown, passkey.aaguid(), passkey.created());
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return devices(user, PingOneResponses::isActive).map(active -> active.stream()
                .flatMap(device -> PingOneResponses.passkey(device).stream())
                .toList());
    }

    private Answer<List<JsonView>> devices(DirectoryUser user, Predicate<JsonView> wanted) {
        Answer<List<JsonView>> all = devices.collect(requests.devices(user.id()), Integer.MAX_VALUE, session::get);
        return missing(user, all).map(found -> found.stream()
                .filter(PingOneResponses::isFido)
                .filter(wanted)
                .toList());
    }

    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        ApiRequest request = ApiRequest.get(requests.device(user.id(), passkeyId));
        Problem absent = Problem.of(DirectoryProblem.NOT_READ_BACK).withDetail(passkeyId);
        return appearance.await(absent, () -> session.unlessMissing(request, session::body)
                .map(device -> device.filter(PingOneResponses::isActive).flatMap(PingOneResponses::passkey)));
    }

    @Override
    public Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return session.delete(requests.device(user.id(), passkeyId));
    }

    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return enrolmentId.isEmpty() ? abandonAll(user) : delete(user, enrolmentId);
    }

    /** Removes every device of the person that waits for its activation. */
    private Answer<Boolean> abandonAll(DirectoryUser user) {
        return devices(user, PingOneResponses::isPending).flatMap(pending -> {
            Answer<Boolean> any = Answer.done(false);
            for (JsonView device : pending) {
                any = any.flatMap(
                        before -> delete(user, device.text("id").orElse("")).map(deleted -> deleted || before));
            }
            return any;
        });
    }

    private <T> Answer<T> settled(DirectoryUser user, Answer<T> answer) {
        if (answer instanceof Answer.Failed<T>) {
            policy.forget();
        }
        return missing(user, answer);
    }

    private static <T> Answer<T> missing(DirectoryUser user, Answer<T> answer) {
        return JsonSession.ifMissing(answer, Problem.of(DirectoryProblem.USER_NOT_FOUND, user.userName()));
    }
}
