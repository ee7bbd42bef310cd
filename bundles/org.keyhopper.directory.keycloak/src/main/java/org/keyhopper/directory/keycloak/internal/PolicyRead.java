package org.keyhopper.directory.keycloak.internal;

import java.net.URI;
import java.time.Clock;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.directory.support.http.CachedValue;
import org.keyhopper.directory.support.http.JsonSession;

/** Reads the policy of the realm. Without it no options can be made, so it is not optional as in other directories. */
final class PolicyRead {

    private final CachedValue<PasskeyPolicy> policy;

    PolicyRead(JsonSession session, KeycloakRequests requests, URI issuer, Clock clock) {
        policy = new CachedValue<>(clock, () -> JsonSession.unlessForbidden(session.get(requests.realm()))
                .map(known -> known.flatMap(realm -> PasskeyPolicy.read(realm, issuer))));
    }

    /** Returns the policy as read in the last minutes; NOT_PERMITTED without view-realm. */
    Answer<PasskeyPolicy> get() {
        return policy.get().flatMap(known -> known.map(Answer::done).orElseGet(PolicyRead::hidden));
    }

    /** Reads the policy again. */
    Answer<PasskeyPolicy> fresh() {
        forget();
        return get();
    }

    void forget() {
        policy.forget();
    }

    private static Answer<PasskeyPolicy> hidden() {
        return Answer.failed(Problem.of(DirectoryProblem.NOT_PERMITTED)
                .withDetail("the passwordless policy is not shown: view-realm of realm-management is missing"));
    }

    /** Returns whether the answer is that the policy is hidden. */
    static boolean isHidden(Answer<?> answer) {
        return answer.failure()
                .filter(problem -> problem.is(DirectoryProblem.NOT_PERMITTED))
                .isPresent();
    }
}
