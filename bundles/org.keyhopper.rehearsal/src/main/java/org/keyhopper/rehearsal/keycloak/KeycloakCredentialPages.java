package org.keyhopper.rehearsal.keycloak;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.rehearsal.sandbox.Call;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Reply;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** The credentials of users, as the admin API shows and takes them: nothing is verified. */
record KeycloakCredentialPages(KeycloakRealm realm) {

    private static final int LONGEST_ID = 36;
    private static final int LONGEST_LABEL = 255;
    private static final Set<String> USER_MEMBERS = Set.of("credentials", "attributes", "enabled", "email");
    private static final Set<String> MEMBERS =
            Set.of("id", "type", "userLabel", "secretData", "credentialData", "value", "temporary", "createdDate");
    private static final Set<String> DATA = Set.of(
            "aaguid",
            "credentialId",
            "counter",
            "credentialPublicKey",
            "attestationStatement",
            "attestationStatementFormat",
            "transports");
    private static final Set<String> TYPES = Set.of(StoredCredential.PASSKEY, "webauthn", StoredCredential.PASSWORD);

    Reply list(SandboxUser user) {
        return KeycloakReply.list(realm.credentialsOf(user.id()).stream()
                .map(StoredCredential::toJson)
                .toList());
    }

    /** Adds the credentials of the body, all or none. */
    Reply update(SandboxUser user, Call call, Optional<Rule> rule) {
        Optional<JsonObject> body =
                call.contentType().equals("application/json") ? Json.read(call.body()) : Optional.empty();
        if (body.isEmpty()) {
            return KeycloakReply.error(400, "Cannot parse the JSON");
        }
        Optional<Reply> objection = unknownMembers("UserRepresentation", body.get(), USER_MEMBERS);
        List<JsonObject> credentials = Json.objects(body.get(), "credentials");
        Set<String> labels = new HashSet<>();
        realm.credentialsOf(user.id()).forEach(one -> labels.add(one.label()));
        labels.remove("");
        for (JsonObject credential : credentials) {
            objection = objection.or(() -> objection(user, credential, labels));
        }
        if (objection.isPresent()) {
            return objection.get();
        }
        credentials.forEach(credential -> store(user, credential));
        if (rule.filter(one -> one.misbehaviour() == Misbehaviour.PASSWORD_REPLACED)
                .isPresent()) {
            realm.setPassword(user.id(), "replaced");
        }
        return Reply.empty(204);
    }

    private Optional<Reply> objection(SandboxUser user, JsonObject credential, Set<String> labels) {
        String id = Json.text(credential, "id").orElse("");
        Optional<StoredCredential> same = realm.credential(id);
        if (same.filter(one -> !one.userId().equals(user.id())).isPresent()) {
            return Optional.of(conflict());
        }
        boolean known = same.isPresent() || credential.has("value");
        Optional<JsonObject> data = Json.text(credential, "credentialData").flatMap(Json::read);
        boolean wellFormed = data.isPresent()
                && data.get().keySet().stream().allMatch(DATA::contains)
                && Json.text(credential, "secretData")
                        .filter(text -> !text.isEmpty())
                        .isPresent()
                && credential.has("type")
                && id.length() <= LONGEST_ID
                && Json.text(credential, "userLabel").orElse("").length() <= LONGEST_LABEL;
        return unknownMembers("CredentialRepresentation", credential, MEMBERS)
                .or(() -> known || wellFormed
                        ? Optional.empty()
                        : Optional.of(KeycloakReply.message(400, "Could not update user!")))
                .or(() -> !known
                                && labels.contains(
                                        Json.text(credential, "userLabel").orElse(""))
                        ? Optional.of(conflict())
                        : Optional.empty());
    }

    private static Reply conflict() {
        return KeycloakReply.message(409, "User exists with same username or email");
    }

    private static Optional<Reply> unknownMembers(String what, JsonObject json, Set<String> known) {
        return json.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> KeycloakReply.error(
                        400, "Invalid json representation for " + what + ". Unrecognized field \"" + name + "\""));
    }

    /** A value replaces the password, whatever the type; a type that is not known is stored nowhere. */
    private void store(SandboxUser user, JsonObject credential) {
        Optional<String> value = Json.text(credential, "value");
        String id =
                Json.text(credential, "id").orElseGet(() -> UUID.randomUUID().toString());
        String type = Json.text(credential, "type").orElse("");
        if (value.isPresent()) {
            realm.setPassword(user.id(), value.get());
        } else if (realm.credential(id).isEmpty() && TYPES.contains(type)) {
            realm.add(new StoredCredential(
                    id,
                    user.id(),
                    type,
                    Json.text(credential, "userLabel").orElse(""),
                    Instant.now(),
                    Json.text(credential, "credentialData").orElse("{}"),
                    ""));
        }
    }

    Reply delete(SandboxUser user, String id) {
        return realm.delete(user.id(), id) ? Reply.empty(204) : KeycloakReply.error(404, "Credential not found");
    }
}
