package org.keyhopper.rehearsal.keycloak;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.ForeignPasskey;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxPeople;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** What the realm knows. Everybody has a password from the beginning. Thread-safe: every change is one step. */
final class KeycloakRealm extends SandboxPeople {

    /** Where users sign in; the relying party id while the policy names none. */
    static final String HOST = "sso.contoso.example";

    private static final String HASHED = "{\"hashIterations\":5,\"algorithm\":\"argon2\",\"additionalParameters\":{}}";

    private final List<StoredCredential> credentials = new ArrayList<>();
    private JsonObject policy = openPolicy();

    KeycloakRealm(Population people) {
        super(people);
        people.users()
                .forEach(user -> credentials.add(new StoredCredential(
                        UUID.randomUUID().toString(),
                        user.id(),
                        StoredCredential.PASSWORD,
                        "",
                        ForeignPasskey.CREATED,
                        HASHED,
                        passwordOf(user))));
        people.holders().forEach(this::addForeign);
    }

    /** Returns the password that a user has at first. */
    static String passwordOf(SandboxUser user) {
        return user.userPrincipalName() + "-pw";
    }

    private void addForeign(String userId) {
        CredentialId id = ForeignPasskey.idFor(userId);
        JsonObject data = Json.object(
                "aaguid",
                ForeignPasskey.key().aaguid(),
                "credentialId",
                Base64.getEncoder().encodeToString(id.toBytes()),
                "counter",
                0,
                "credentialPublicKey",
                "pQECAyYgASFYIA");
        credentials.add(new StoredCredential(
                UUID.nameUUIDFromBytes(id.toBytes()).toString(),
                userId,
                StoredCredential.PASSKEY,
                ForeignPasskey.NAME,
                ForeignPasskey.CREATED,
                data.toString(),
                ""));
    }

    /** The defaults of a new realm. */
    private static JsonObject openPolicy() {
        String prefix = "webAuthnPolicyPasswordless";
        JsonObject policy = new JsonObject();
        policy.addProperty(prefix + "RpEntityName", "keycloak");
        policy.addProperty(prefix + "RpId", "");
        policy.add(prefix + "SignatureAlgorithms", Json.array(List.of("ES256", "RS256")));
        policy.addProperty(prefix + "AttestationConveyancePreference", "not specified");
        policy.addProperty(prefix + "AuthenticatorAttachment", "not specified");
        policy.addProperty(prefix + "ResidentKey", "required");
        policy.addProperty(prefix + "UserVerificationRequirement", "required");
        policy.addProperty(prefix + "CreateTimeout", 0);
        policy.addProperty(prefix + "AvoidSameAuthenticatorRegister", false);
        policy.add(prefix + "AcceptableAaguids", Json.array(List.of()));
        policy.add(prefix + "ExtraOrigins", Json.array(List.of()));
        policy.addProperty(prefix + "PasskeysEnabled", true);
        return policy;
    }

    synchronized JsonObject policy() {
        return policy.deepCopy();
    }

    /** Replaces members of the policy. */
    synchronized void policy(JsonObject members) {
        JsonObject changed = policy.deepCopy();
        members.asMap().forEach(changed::add);
        policy = changed;
    }

    synchronized List<StoredCredential> credentialsOf(String userId) {
        return credentials.stream().filter(one -> one.userId().equals(userId)).toList();
    }

    synchronized Optional<StoredCredential> credential(String id) {
        return credentials.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    synchronized Optional<StoredCredential> passkey(CredentialId id) {
        return credentials.stream()
                .filter(one -> one.credentialId().filter(id::equals).isPresent())
                .findFirst();
    }

    synchronized void add(StoredCredential credential) {
        credentials.add(credential);
    }

    synchronized void setPassword(String userId, String password) {
        credentials.replaceAll(one -> one.userId().equals(userId) && one.type().equals(StoredCredential.PASSWORD)
                ? one.withSecret(password)
                : one);
    }

    synchronized boolean hasPassword(String userId, String password) {
        return credentialsOf(userId).stream()
                .anyMatch(one -> one.type().equals(StoredCredential.PASSWORD)
                        && one.secret().equals(password));
    }

    synchronized boolean delete(String userId, String id) {
        return credentials.removeIf(
                one -> one.userId().equals(userId) && one.id().equals(id));
    }
}
