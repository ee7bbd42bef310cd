package org.keyhopper.fido.internal.verification;

import com.webauthn4j.WebAuthnRegistrationManager;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.FIDOU2FAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.attestation.statement.none.NoneAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.packed.PackedAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.statement.u2f.FIDOU2FAttestationStatementVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.self.DefaultSelfAttestationTrustworthinessVerifier;
import java.security.GeneralSecurityException;
import java.util.List;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;

/** Verifies a registration (WebAuthn level 3 section 7.1). */
final class RegistrationCheck {

    private final WebAuthnRegistrationManager library;

    private RegistrationCheck() {
        this.library = new WebAuthnRegistrationManager(
                List.of(
                        new PackedAttestationStatementVerifier(),
                        new NoneAttestationStatementVerifier(),
                        new FIDOU2FAttestationStatementVerifier()),
                new NullCertPathTrustworthinessVerifier(),
                new DefaultSelfAttestationTrustworthinessVerifier(),
                List.of(),
                WebAuthnObjects.CONVERTER);
    }

    /** Returns a check after a first verification, which takes about a second because of class loading. */
    static RegistrationCheck warmedUp() {
        RegistrationCheck check = new RegistrationCheck();
        try {
            check.checked(SampleRegistration.credential(), SampleRegistration.OPTIONS);
        } catch (FailedCheck e) {
            throw new IllegalStateException("a good registration does not pass: " + e.check(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java lacks ES256", e);
        }
        return check;
    }

    void pass(NewCredential credential, EnrolmentOptions options, AuthenticatorInfo device) throws FailedCheck {
        RegistrationData registration = checked(credential, options);
        AttestedCredentialData made =
                registration.getAttestationObject().getAuthenticatorData().getAttestedCredentialData();
        FailedCheck.require(
                credential.id().equals(CredentialId.of(made.getCredentialId())),
                "credentialId",
                "another credential ID than in authData");
        boolean reportsAaguid = !FIDOU2FAttestationStatement.FORMAT.equals(
                registration.getAttestationObject().getFormat());
        FailedCheck.require(
                !reportsAaguid || device.aaguid().equals(made.getAaguid().getValue()),
                "aaguid",
                made.getAaguid() + " is not the device's " + device.aaguid());
    }

    private RegistrationData checked(NewCredential credential, EnrolmentOptions options) throws FailedCheck {
        try {
            return library.verify(
                    new RegistrationRequest(credential.attestationObject(), credential.clientDataJson()),
                    new RegistrationParameters(server(options), algorithms(options), true, true));
        } catch (RuntimeException e) {
            // The library reports malformed input by unchecked exceptions of many kinds.
            throw FailedCheck.of(e);
        }
    }

    private static ServerProperty server(EnrolmentOptions options) {
        return ServerProperty.builder()
                .origin(Origin.create(options.relyingParty().origin()))
                .rpId(options.relyingParty().id())
                .challenge(new DefaultChallenge(options.challenge()))
                .build();
    }

    private static List<PublicKeyCredentialParameters> algorithms(EnrolmentOptions options) {
        return options.algorithms().stream()
                .map(COSEAlgorithmIdentifier::create)
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }
}
