package org.keyhopper.fido.internal.metadata;

import com.webauthn4j.anchor.TrustAnchorRepository;
import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.statement.AttestationStatement;
import com.webauthn4j.data.attestation.statement.CertificateBaseAttestationStatement;
import com.webauthn4j.data.attestation.statement.PackedAttestationStatement;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.DefaultCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.exception.VerificationException;
import java.security.cert.TrustAnchor;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.internal.verification.WebAuthnObjects;

/**
 * The attestation of a new credential.
 *
 * @param aaguid the claimed model
 * @param statement the attestation statement
 */
record MadeCredential(UUID aaguid, AttestationStatement statement) {

    private static final AttestationObjectConverter CONVERTER =
            new AttestationObjectConverter(WebAuthnObjects.CONVERTER);

    static MadeCredential of(NewCredential credential) {
        AttestationObject object = CONVERTER.convert(credential.attestationObject());
        AAGUID aaguid =
                object.getAuthenticatorData().getAttestedCredentialData().getAaguid();
        return new MadeCredential(aaguid.getValue(), object.getAttestationStatement());
    }

    Optional<Problem> problemWithMaker(Model model) {
        return switch (statement) {
            case PackedAttestationStatement packed
            when packed.getX5c() == null -> notProven(model, "signed by itself, which any device can claim");
            case CertificateBaseAttestationStatement certified -> problemWithMaker(certified, model);
            default -> notProven(model, "attestation of the format " + statement.getFormat());
        };
    }

    private Optional<Problem> problemWithMaker(CertificateBaseAttestationStatement certified, Model model) {
        try {
            new DefaultCertPathTrustworthinessVerifier(new Roots(model.roots())).verify(new AAGUID(aaguid), certified);
            return Optional.empty();
        } catch (VerificationException e) {
            return notProven(model, e.getMessage());
        }
    }

    private static Optional<Problem> notProven(Model model, String detail) {
        return Optional.of(
                Problem.of(MetadataProblem.MAKER_NOT_PROVEN, model.name()).withDetail(detail));
    }

    /** The certificates of one model, for any query of the library. */
    private record Roots(Set<TrustAnchor> all) implements TrustAnchorRepository {

        @Override
        public Set<TrustAnchor> find(AAGUID aaguid) {
            return all;
        }

        @Override
        public Set<TrustAnchor> find(byte[] attestationCertificateKeyIdentifier) {
            return all;
        }
    }
}
