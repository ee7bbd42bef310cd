package org.keyhopper.rehearsal.sandbox;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
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
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator;

/**
 * Verifies registrations as identity providers do (WebAuthn level 3 section 7.1): challenge, origin, relying party, flags, and the
 * signature of a packed attestation. The result states whether the certificates of an attestation chain to the rehearsal attestation root.
 */
public final class RelyingParty {

    private final String id;
    private final List<Integer> algorithms;

    private final WebAuthnManager manager = new WebAuthnManager(
            List.of(new PackedAttestationStatementVerifier(), new NoneAttestationStatementVerifier()),
            new NullCertPathTrustworthinessVerifier(),
            new DefaultSelfAttestationTrustworthinessVerifier());

    /** @param algorithms the COSE ids that are taken */
    public RelyingParty(String id, List<Integer> algorithms) {
        this.id = id;
        this.algorithms = List.copyOf(algorithms);
    }

    public String id() {
        return id;
    }

    public List<Integer> algorithms() {
        return algorithms;
    }

    /**
     * Returns the key of a credential that is in order.
     *
     * @param credential its id, as sent with the attestation
     */
    public VerifiedKey verify(
            CredentialId credential, String origin, String challenge, byte[] clientDataJson, byte[] attestationObject)
            throws RefusedException {
        try {
            RegistrationData data = manager.verify(
                    new RegistrationRequest(attestationObject, clientDataJson),
                    new RegistrationParameters(expected(origin, challenge), parameters(), true, true));
            return key(credential, data);
        } catch (RuntimeException wrong) { // the verifier lets exceptions of its CBOR reader through
            throw new RefusedException("The credential or its attestation could not be validated: "
                    + wrong.getClass().getSimpleName() + " " + wrong.getMessage());
        }
    }

    /** Returns the id in the authenticator data, where nothing else tells it. */
    public CredentialId idWithin(byte[] attestationObject) throws RefusedException {
        try {
            return CredentialId.of(new AttestationObjectConverter(new ObjectConverter())
                    .convert(attestationObject)
                    .getAuthenticatorData()
                    .getAttestedCredentialData()
                    .getCredentialId());
        } catch (RuntimeException wrong) { // the converter lets exceptions of its CBOR reader through
            throw new RefusedException("The attestation cannot be read: " + wrong.getMessage());
        }
    }

    private ServerProperty expected(String origin, String challenge) {
        return ServerProperty.builder()
                .origin(new Origin(origin))
                .rpId(id)
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
                        && packed.getX5c() != null
                        && endsAtTheRoot(packed.getX5c());
        return new VerifiedKey(
                credential.getAaguid().getValue(),
                attested,
                data.getAttestationObject().getAuthenticatorData().isFlagBE(),
                credential.getCOSEKey().getPublicKey(),
                (int) credential.getCOSEKey().getAlgorithm().getValue());
    }

    /** Returns whether each certificate is signed by the next, and the last by the rehearsal attestation root. */
    private static boolean endsAtTheRoot(List<X509Certificate> path) {
        try {
            for (int i = 0; i < path.size(); i++) {
                X509Certificate issuer =
                        i + 1 < path.size() ? path.get(i + 1) : SoftwareAuthenticator.attestationRoot();
                path.get(i).verify(issuer.getPublicKey());
            }
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private List<PublicKeyCredentialParameters> parameters() {
        return algorithms.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(
                        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm)))
                .toList();
    }
}
