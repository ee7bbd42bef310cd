package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.CredentialId;

/** What the directory knows. Thread-safe: every change is one step. */
final class SandboxTenant {

    private final List<SandboxUser> users;
    private final List<SandboxGroup> groups;
    private final List<StoredMethod> methods = new ArrayList<>();
    private final Map<String, Challenge> challenges = new HashMap<>();
    private JsonObject policy = SandboxPolicy.open();

    /** A challenge given out. */
    record Challenge(String userId, Instant expires) {}

    SandboxTenant(SandboxOptions.People people) {
        users = new ArrayList<>(people.users());
        groups = new ArrayList<>(people.groups());
    }

    synchronized List<SandboxUser> users() {
        return List.copyOf(users);
    }

    synchronized List<SandboxGroup> groups() {
        return List.copyOf(groups);
    }

    synchronized Optional<SandboxUser> user(String reference) {
        return users.stream().filter(user -> user.isCalled(reference)).findFirst();
    }

    synchronized void put(SandboxUser user) {
        users.replaceAll(old -> old.id().equals(user.id()) ? user : old);
        if (users.stream().noneMatch(old -> old.id().equals(user.id()))) {
            users.add(user);
        }
    }

    synchronized Optional<SandboxGroup> group(String id) {
        return groups.stream().filter(group -> group.id().equalsIgnoreCase(id)).findFirst();
    }

    /** Returns the people of a group and of the groups within it. */
    List<SandboxUser> membersOf(SandboxGroup group) {
        Set<String> ids = new HashSet<>();
        collect(group, ids);
        return users().stream().filter(user -> ids.contains(user.id())).toList();
    }

    private void collect(SandboxGroup group, Set<String> ids) {
        for (String member : group.members()) {
            if (ids.add(member)) {
                group(member).ifPresent(inner -> collect(inner, ids));
            }
        }
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
