package org.keyhopper.directory.entra.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.directory.entra.internal.PasskeyPolicy.Rules;
import org.keyhopper.directory.support.http.CachedValue;
import org.keyhopper.directory.support.http.JsonSession;

/** Finds what the passkey policy has against a person or a device. What we may not read is no obstacle. */
final class PolicyCheck {

    private static final int GROUPS_PER_CALL = 20;

    private final JsonSession session;
    private final EntraRequests requests;
    private final CachedValue<PasskeyPolicy> policy;

    PolicyCheck(JsonSession session, EntraRequests requests, Clock clock) {
        this.session = session;
        this.requests = requests;
        policy = new CachedValue<>(clock, this::read);
    }

    /**
     * Returns what stands in the way of this person getting a passkey on this device, and whether every profile that allows
     * its model to this person enforces attestation.
     */
    Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        return policy.get()
                .flatMap(known -> known.isEmpty()
                        ? Answer.done(Eligibility.of(List.of()))
                        : eligibility(known.get(), user, device));
    }

    /** Reads the policy ahead unless it is fresh. Without an answer, {@link #eligibility} asks again. */
    void readAhead() {
        policy.get();
    }

    /** Returns what stands in the way of everybody. */
    Answer<List<Problem>> generalObstacles() {
        return policy.get().map(known -> known.map(PolicyCheck::switches).orElse(List.of()));
    }

    /** Returns the rules in words of Graph; empty when they may not be read. */
    String summary() {
        return policy.get()
                .result()
                .flatMap(known -> known)
                .map(PasskeyPolicy::summary)
                .orElse("");
    }

    private Answer<Optional<PasskeyPolicy>> read() {
        return JsonSession.unlessForbidden(session.get(requests.policy()).map(PasskeyPolicy::read));
    }

    /** Forgets what was read, since the directory has just decided otherwise. */
    void forget() {
        policy.forget();
    }

    private Answer<Eligibility> eligibility(PasskeyPolicy known, DirectoryUser user, AuthenticatorInfo device) {
        List<Problem> found = new ArrayList<>(switches(known));
        return rules(known, user).map(rules -> {
            rules.ifPresent(some -> found.addAll(against(some, user, device)));
            return new Eligibility(found, isAttestationEnforced(allowing(rules.orElse(List.of()), device)));
        });
    }

    /** Returns the rules that hold for a person; empty if groups may not be read. */
    private Answer<Optional<List<Rules>>> rules(PasskeyPolicy known, DirectoryUser user) {
        return memberships(user, List.copyOf(known.groups())).map(memberships -> memberships.map(known::rulesFor));
    }

    private static List<Problem> switches(PasskeyPolicy known) {
        List<Problem> found = new ArrayList<>();
        if (!known.enabled()) {
            found.add(Problem.of(DirectoryProblem.METHOD_DISABLED));
        }
        if (!known.selfService()) {
            found.add(Problem.of(EntraProblem.SELF_SERVICE_DISABLED));
        }
        return found;
    }

    /** One rule has to be satisfied whole. Where none is, the problem is that of the rule which comes closest. */
    private static List<Problem> against(List<Rules> rules, DirectoryUser user, AuthenticatorInfo device) {
        List<Rules> deviceBound = rules.stream().filter(Rules::deviceBound).toList();
        if (deviceBound.isEmpty()) {
            return List.of(Problem.of(EntraProblem.USER_NOT_IN_POLICY, user.userName()));
        }
        List<Rules> allowing = allowing(rules, device);
        if (allowing.isEmpty()) {
            return List.of(Problem.of(
                    DirectoryProblem.AAGUID_NOT_ALLOWED, device.aaguid().toString()));
        }
        return isAttestationEnforced(allowing)
                ? lacking(device)
                        .map(what -> List.of(
                                Problem.of(DirectoryProblem.ATTESTATION_REFUSED).withDetail(what)))
                        .orElse(List.of())
                : List.of();
    }

    private static List<Rules> allowing(List<Rules> rules, AuthenticatorInfo device) {
        return rules.stream()
                .filter(Rules::deviceBound)
                .filter(rule -> rule.models().allows(device.aaguid()))
                .toList();
    }

    private static boolean isAttestationEnforced(List<Rules> allowing) {
        return !allowing.isEmpty() && allowing.stream().allMatch(Rules::attestation);
    }

    /** Returns what a model lacks that Entra ID looks for in the metadata of one that has to be attested. */
    private static Optional<String> lacking(AuthenticatorInfo device) {
        if (!device.supportsCtap2()) {
            return Optional.of("FIDO 2.0");
        }
        if (!device.has("rk")) {
            return Optional.of("discoverable credentials");
        }
        boolean verifies =
                device.option("clientPin").isPresent() || device.option("uv").isPresent();
        if (!verifies) {
            return Optional.of("PIN or user verification");
        }
        return device.extensions().contains("hmac-secret") ? Optional.empty() : Optional.of("hmac-secret");
    }

    private Answer<Optional<Set<String>>> memberships(DirectoryUser user, List<String> groups) {
        Answer<Optional<Set<String>>> all = Answer.done(Optional.of(new HashSet<>()));
        for (int from = 0; from < groups.size(); from += GROUPS_PER_CALL) {
            List<String> some = groups.subList(from, Math.min(from + GROUPS_PER_CALL, groups.size()));
            all = all.flatMap(known -> known.isEmpty() ? Answer.done(known) : with(known.get(), user, some));
        }
        return all;
    }

    private Answer<Optional<Set<String>>> with(Set<String> known, DirectoryUser user, List<String> groups) {
        return JsonSession.unlessForbidden(
                session.json(requests.memberGroups(user.id(), groups)).map(json -> {
                    known.addAll(json.texts("value"));
                    return known;
                }));
    }
}
