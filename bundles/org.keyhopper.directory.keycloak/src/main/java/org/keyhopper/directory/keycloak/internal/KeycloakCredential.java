package org.keyhopper.directory.keycloak.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.directory.support.json.Guid;
import org.keyhopper.directory.support.json.JsonView;
import org.keyhopper.directory.support.webauthn.AttestationObject;
import org.keyhopper.directory.support.webauthn.LenientBytes;

/**
 * A credential of a user, of any type: passwords and one-time codes are among them.
 *
 * @param id of the entry
 * @param entry as it is listed
 * @param data the JSON in its member {@code credentialData}
 */
record KeycloakCredential(String id, JsonView entry, JsonView data) {

    /** The type that signs in without a password; a key that is a second factor only is a {@code webauthn}. */
    static final String PASSWORDLESS = "webauthn-passwordless";

    private static final Set<String> WEBAUTHN = Set.of(PASSWORDLESS, "webauthn");
    private static final JsonView NONE = JsonView.parse("{}").orElseThrow();

    /** Reads an entry; empty when it has no id. */
    static Optional<KeycloakCredential> read(JsonView entry) {
        JsonView data = entry.text("credentialData").flatMap(JsonView::parse).orElse(NONE);
        return entry.text("id").map(id -> new KeycloakCredential(id, entry, data));
    }

    boolean isPasskey() {
        return type().equals(PASSWORDLESS);
    }

    String type() {
        return entry.text("type").orElse("");
    }

    String label() {
        return entry.text("userLabel").orElse("");
    }

    /** Returns the id of a passkey or second-factor key. */
    Optional<CredentialId> credentialId() {
        return WEBAUTHN.contains(type())
                ? LenientBytes.read(data.at("credentialId")).map(CredentialId::of)
                : Optional.empty();
    }

    /** Returns whether this is the very credential: same id, same public key. */
    boolean is(AttestationObject attestation) {
        return credentialId().filter(attestation.credentialId()::equals).isPresent()
                && LenientBytes.read(data.at("credentialPublicKey"))
                        .filter(key -> Arrays.equals(key, attestation.publicKey()))
                        .isPresent();
    }

    RegisteredPasskey passkey() {
        return new RegisteredPasskey(
                id,
                credentialId().map(Set::of).orElse(Set.of()),
                label(),
                data.text("aaguid").flatMap(Guid::parse),
                entry.number("createdDate").map(Instant::ofEpochMilli));
    }

    /** Returns what only the user or an administrator changes. The data of a key holds its counter, which every sign-in changes. */
    String identity() {
        String content =
                WEBAUTHN.contains(type()) ? "" : entry.text("credentialData").orElse("");
        return Stream.of(id, type(), label(), entry.text("createdDate").orElse(""), content)
                .collect(Collectors.joining("\n"));
    }
}
