package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxPeople;

/** What the environment knows. Thread-safe: every change is one step. */
final class PingOneTenant extends SandboxPeople {

    private final List<StoredDevice> devices = new ArrayList<>();
    private final Set<String> withoutMfa = new HashSet<>();
    private JsonObject policy = PingOnePolicies.open();

    PingOneTenant(Population people) {
        super(people);
    }

    synchronized JsonObject policy() {
        return policy.deepCopy();
    }

    synchronized void policy(JsonObject replacement) {
        policy = replacement.deepCopy();
    }

    synchronized boolean hasMfa(String userId) {
        return !withoutMfa.contains(userId);
    }

    synchronized void mfa(String userId, boolean on) {
        if (on) {
            withoutMfa.remove(userId);
        } else {
            withoutMfa.add(userId);
        }
    }

    synchronized void add(StoredDevice device) {
        devices.add(device);
    }

    synchronized List<StoredDevice> devicesOf(String userId) {
        return devices.stream().filter(one -> one.userId().equals(userId)).toList();
    }

    synchronized List<StoredDevice> pending() {
        return devices.stream().filter(one -> one.active().isEmpty()).toList();
    }

    synchronized Optional<StoredDevice> device(String userId, String id) {
        return devicesOf(userId).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    synchronized Optional<StoredDevice.Active> credential(CredentialId id) {
        return devices.stream()
                .flatMap(one -> one.active().stream())
                .filter(one -> one.credentialId().equals(id))
                .findFirst();
    }

    /** Replaces a device; empty when it is gone. */
    synchronized Optional<StoredDevice> change(String id, UnaryOperator<StoredDevice> change) {
        devices.replaceAll(one -> one.id().equals(id) ? change.apply(one) : one);
        return devices.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    synchronized boolean delete(String userId, String id) {
        return devices.removeIf(one -> one.userId().equals(userId) && one.id().equals(id));
    }
}
