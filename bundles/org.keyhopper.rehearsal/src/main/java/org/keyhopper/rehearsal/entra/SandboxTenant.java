package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.ForeignPasskey;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxPeople;

/** What the directory knows. Thread-safe: every change is one step. */
final class SandboxTenant extends SandboxPeople {

    private final List<StoredMethod> methods = new ArrayList<>();
    private final Map<String, Challenge> challenges = new HashMap<>();
    private JsonObject policy = SandboxPolicy.open();

    /** A challenge given out. */
    record Challenge(String userId, Instant expires) {}

    SandboxTenant(Population people) {
        super(people);
        people.holders().forEach(this::addForeign);
    }

    private void addForeign(String userId) {
        methods.add(new StoredMethod(
                userId,
                ForeignPasskey.idFor(userId),
                ForeignPasskey.NAME,
                ForeignPasskey.key(),
                ForeignPasskey.CREATED,
                ForeignPasskey.CREATED));
    }

    synchronized JsonObject policy() {
        return policy.deepCopy();
    }

    synchronized void policy(JsonObject replacement) {
        policy = replacement.deepCopy();
    }

    synchronized void remember(String challenge, Challenge given) {
        challenges.put(challenge, given);
    }

    /** Takes a challenge back; it cannot be used again. */
    synchronized Optional<Challenge> redeem(String challenge) {
        return Optional.ofNullable(challenges.remove(challenge));
    }

    synchronized int outstandingChallenges() {
        return challenges.size();
    }

    /** Adds a method; returns false when the credential is registered already. */
    synchronized boolean add(StoredMethod method) {
        return method(method.credentialId()).isEmpty() && methods.add(method);
    }

    synchronized Optional<StoredMethod> method(CredentialId id) {
        return methods.stream().filter(one -> one.credentialId().equals(id)).findFirst();
    }

    synchronized List<StoredMethod> methodsOf(String userId) {
        return methods.stream().filter(one -> one.userId().equals(userId)).toList();
    }

    List<StoredMethod> visibleMethodsOf(String userId) {
        return methodsOf(userId).stream()
                .filter(one -> !Instant.now().isBefore(one.visible()))
                .toList();
    }

    synchronized boolean delete(String userId, String methodId) {
        return methods.removeIf(one -> one.userId().equals(userId) && one.isCalled(methodId));
    }
}
