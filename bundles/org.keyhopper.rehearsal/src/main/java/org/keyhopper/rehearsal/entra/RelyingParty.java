package org.keyhopper.rehearsal.entra;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.PackedAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.DefaultSelfAttestationTrustworthinessVerifier;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.entra.StoredMethod.VerifiedKey;

/**
 * Verifies registrations as Entra does (WebAuthn level 3 section 7.1): challenge, origin, relying party, flags, and the
 * signature of a packed attestation. Who stands behind an attestation is not looked at.
 */
final class RelyingParty {

    static final String ID = "login.microsoft.com";
    private static final Origin ORIGIN = new Origin("https://" + ID);
    static final List<Integer> ALGORITHMS = List.of(-7, -257);

    private final WebAuthnManager manager = new WebAuthnManager(
            List.of(new PackedAttestationStatementVerifier(), new NoneAttestationStatementVerifier()),
            new NullCertPathTrustworthinessVerifier(),
            new DefaultSelfAttestationTrustworthinessVerifier());

    /** A credential refused, with the reason as the directory words it. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    /** Returns the key of a credential that is in order. */
    VerifiedKey verify(CredentialId id, String challenge, byte[] clientDataJson, byte[] attestationObject)
            throws RefusedException {
        try {
            RegistrationData data = manager.verify(
                    new RegistrationRequest(attestationObject, clientDataJson),
                    new RegistrationParameters(expected(challenge), parameters(), true, true));
            return key(id, data);
        } catch (RuntimeException wrong) { // the verifier lets exceptions of its CBOR reader through
            throw new RefusedException("The credential or its attestation could not be validated: "
                    + wrong.getClass().getSimpleName() + " " + wrong.getMessage());
        }
    }

    private static ServerProperty expected(String challenge) {
        return ServerProperty.builder()
                .origin(ORIGIN)
                .rpId(ID)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static VerifiedKey key(CredentialId id, RegistrationData data) throws RefusedException {
        AttestedCredentialData credential =
                data.getAttestationObject().getAuthenticatorData().getAttestedCredentialData();
        if (!CredentialId.of(credential.getCredentialId()).equals(id)) {
            throw new RefusedException("The id is not the one in the authenticator data.");
        }
        boolean attested =
                data.getAttestationObject().getAttestationStatement() instanceof PackedAttestationStatement packed
                        && packed.getX5c() != null;
        return new VerifiedKey(
                credential.getAaguid().getValue(),
                attested,
                credential.getCOSEKey().getPublicKey(),
                (int) credential.getCOSEKey().getAlgorithm().getValue());
    }

    private static List<PublicKeyCredentialParameters> parameters() {
        return ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(
                        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
                .toList();
    }
}
