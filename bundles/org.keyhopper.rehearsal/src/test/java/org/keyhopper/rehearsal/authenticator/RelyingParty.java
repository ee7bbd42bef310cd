package org.keyhopper.rehearsal.authenticator;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.anchor.TrustAnchorRepository;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.DefaultCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.DefaultSelfAttestationTrustworthinessVerifier;
import com.yubico.yubikit.fido.Cbor;
import com.yubico.yubikit.fido.ctap.Ctap2Session.AssertionData;
import com.yubico.yubikit.fido.ctap.Ctap2Session.CredentialData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.TrustAnchor;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A webauthn4j relying party that trusts only the rehearsal attestation root. */
final class RelyingParty {
    private static final byte[] CHALLENGE = "a challenge of some length".getBytes(StandardCharsets.UTF_8);
    private static final String ORIGIN = "https://" + Client.RP_ID;

    private final WebAuthnManager manager = new WebAuthnManager(
            List.of(new PackedAttestationStatementVerifier(), new NoneAttestationStatementVerifier()),
            new DefaultCertPathTrustworthinessVerifier(new RehearsalRoot()),
            new DefaultSelfAttestationTrustworthinessVerifier());

    byte[] creationHash() {
        return sha256(clientData("webauthn.create"));
    }

    byte[] assertionHash() {
        return sha256(clientData("webauthn.get"));
    }

    RegistrationData register(CredentialData made) {
        byte[] object = Cbor.encode(Map.of(
                "fmt", made.getFormat(),
                "attStmt", made.getAttestationStatement(),
                "authData", made.getAuthenticatorData()));
        return manager.verify(
                new RegistrationRequest(object, clientData("webauthn.create")),
                new RegistrationParameters(server(), null, true, true));
    }

    void authenticate(RegistrationData registered, AssertionData assertion) {
        var record = new CredentialRecordImpl(
                registered.getAttestationObject(), registered.getCollectedClientData(), null, null);
        byte[] id = (byte[]) assertion.getCredential().get("id");
        manager.verify(
                new AuthenticationRequest(
                        id, assertion.getAuthenticatorData(), clientData("webauthn.get"), assertion.getSignature()),
                new AuthenticationParameters(server(), record, List.of(id), true, true));
    }

    private static ServerProperty server() {
        return ServerProperty.builder()
                .origin(Origin.create(ORIGIN))
                .rpId(Client.RP_ID)
                .challenge(new DefaultChallenge(CHALLENGE))
                .build();
    }

    private static byte[] clientData(String type) {
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(CHALLENGE);
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\"}"
                .formatted(type, challenge, ORIGIN)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class RehearsalRoot implements TrustAnchorRepository {
        @Override
        public Set<TrustAnchor> find(AAGUID aaguid) {
            return Set.of(new TrustAnchor(SoftwareAuthenticator.attestationRoot(), null));
        }

        @Override
        public Set<TrustAnchor> find(byte[] attestationCertificateKeyIdentifier) {
            return Set.of();
        }
    }
}
