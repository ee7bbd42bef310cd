package org.keyhopper.directory.pingone.internal;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.PendingEnrolments;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.http.Paging;
import org.keyhopper.directory.support.json.JsonView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** FIDO2 devices of an environment's users. */
final class PingOnePasskeys extends PendingEnrolments {

    private static final Logger LOG = LoggerFactory.getLogger(PingOnePasskeys.class);
    private static final Duration RENAME_TIMEOUT = Duration.ofSeconds(10);

    private final PingOneRequests requests;
    private final PingOneOptions reader;
    private final MfaSwitch mfa;
    private final PolicyCheck policy;
    private final Paging devices;

    PingOnePasskeys(
            JsonSession session,
            PingOneRequests requests,
            PingOneOptions reader,
            MfaSwitch mfa,
            PolicyCheck policy,
            Paging devices,
            CancellableDelay delay) {
        super(session, delay);
        this.requests = requests;
        this.reader = reader;
        this.mfa = mfa;
        this.policy = policy;
        this.devices = devices;
    }

    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        List<Problem> found = new ArrayList<>(accountObstacles(user));
        return knownUser(user, mfa.obstacle(user)).flatMap(off -> {
            off.ifPresent(found::add);
            return policy.policy().map(known -> {
                known.ifPresent(rules -> found.addAll(rules.obstacles(device)));
                return Eligibility.of(found);
            });
        });
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        return settled(user, mfa.ensure(user)).flatMap(super::begin);
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        return withOrigin(options, activate(user, options, credential))
                .map(passkey -> named(user, passkey, displayName));
    }

    private static Answer<RegisteredPasskey> withOrigin(EnrolmentOptions options, Answer<RegisteredPasskey> answer) {
        boolean origin = answer.failure()
                .filter(problem -> problem.is(DirectoryProblem.ORIGIN_REFUSED))
                .isPresent();
        return origin
                ? Answer.failed(Problem.of(
                                DirectoryProblem.ORIGIN_REFUSED,
                                options.relyingParty().origin())
                        .withDetail(answer.failure().orElseThrow().detail()))
                : answer;
    }

    /** The registration stands, whether or not it gets its name. */
    private RegisteredPasskey named(DirectoryUser user, RegisteredPasskey passkey, String name) {
        ApiRequest request = requests.rename(user.id(), passkey.id(), name);
        Answer<ApiResponse> answer = session.exchange(request, RENAME_TIMEOUT);
        boolean isNamed = answer.result().filter(ApiResponse::isSuccessful).isPresent();
        if (!isNamed) {
            LOG.warn("The passkey {} keeps the name that the directory gave it: {}", passkey.id(), answer);
        }
        String shown = isNamed ? PingOneRequests.shortened(name) : passkey.displayName();
        return new RegisteredPasskey(passkey.id(), passkey.credentialIds(), shown, passkey.aaguid(), passkey.created());
    }

    @Override
    protected void forgetPolicy() {
        policy.forget();
    }

    @Override
    protected Answer<List<JsonView>> entries(DirectoryUser user) {
        return devices.collect(requests.devices(user.id()), Integer.MAX_VALUE, session::get)
                .map(found -> found.stream().filter(PingOneResponses::isFido).toList());
    }

    @Override
    protected boolean isActive(JsonView device) {
        return PingOneResponses.isActive(device);
    }

    @Override
    protected boolean isPending(JsonView device) {
        return PingOneResponses.isPending(device);
    }

    @Override
    protected Optional<RegisteredPasskey> passkey(JsonView device) {
        return PingOneResponses.passkey(device);
    }

    @Override
    protected URI passkey(DirectoryUser user, String deviceId) {
        return requests.device(user.id(), deviceId);
    }

    @Override
    protected ApiRequest creation(DirectoryUser user) {
        return requests.create(user.id());
    }

    @Override
    protected Optional<EnrolmentOptions> options(JsonView device) {
        return reader.read(device);
    }

    @Override
    protected ApiRequest activation(DirectoryUser user, EnrolmentOptions options, NewCredential credential) {
        return requests.activate(user.id(), options, credential);
    }
}
