package org.keyhopper.directory.pingone.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.directory.support.http.CachedValue;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;

/** Finds the policies in force: the one set or the default one, and the FIDO policy that it names. */
final class PolicyCheck {

    private static final JsonView NOTHING = JsonView.parse("{}").orElseThrow();

    private final JsonSession session;
    private final PingOneRequests requests;
    private final Optional<String> wanted;
    private final CachedValue<FidoPolicy> policy;

    /** @param wanted the id of the device authentication policy that is set, if any */
    PolicyCheck(JsonSession session, PingOneRequests requests, Optional<String> wanted, Clock clock) {
        this.session = session;
        this.requests = requests;
        this.wanted = wanted;
        policy = new CachedValue<>(clock, this::read);
    }

    /** Returns the policy, or empty when we may not read it. */
    Answer<Optional<FidoPolicy>> policy() {
        return policy.get();
    }

    /** Forgets what was read, since the directory has just decided otherwise. */
    void forget() {
        policy.forget();
    }

    private Answer<Optional<FidoPolicy>> read() {
        return JsonSession.unlessForbidden(session.get(requests.devicePolicies())
                .map(page -> chosen(page.items("_embedded", "deviceAuthenticationPolicies"), wanted))
                .flatMap(this::withFidoPolicy));
    }

    private Answer<FidoPolicy> withFidoPolicy(JsonView devicePolicy) {
        return session.get(requests.fidoPolicies())
                .map(page ->
                        chosen(page.items("_embedded", "fido2Policies"), devicePolicy.text("fido2", "fido2PolicyId")))
                .flatMap(fidoPolicy ->
                        models(fidoPolicy).map(models -> FidoPolicy.read(devicePolicy, fidoPolicy, models)));
    }

    private Answer<List<JsonView>> models(JsonView fidoPolicy) {
        boolean needed = fidoPolicy
                .text("mdsAuthenticatorsRequirements", "option")
                .filter("SPECIFIC"::equals)
                .isPresent();
        return needed
                ? JsonSession.unlessForbidden(session.get(requests.models()))
                        .map(page -> page.map(json -> json.items("_embedded", "fidoDevicesMetadata"))
                                .orElse(List.of()))
                : Answer.done(List.of());
    }

    private static JsonView chosen(List<JsonView> policies, Optional<String> id) {
        Predicate<JsonView> isIt = id.isPresent()
                ? one -> one.text("id").equals(id)
                : one -> one.flag("default").orElse(false);
        return policies.stream().filter(isIt).findFirst().orElse(NOTHING);
    }
}
