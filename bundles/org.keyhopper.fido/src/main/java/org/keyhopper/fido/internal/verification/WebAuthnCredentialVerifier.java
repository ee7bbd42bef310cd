package org.keyhopper.fido.internal.verification;

import com.webauthn4j.verifier.attestation.trustworthiness.certpath.CertPathTrustworthinessVerifier;
import com.webauthn4j.verifier.attestation.trustworthiness.certpath.NullCertPathTrustworthinessVerifier;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.CredentialVerifier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Maps failed checks to problems that name them. */
@Component(service = CredentialVerifier.class)
public final class WebAuthnCredentialVerifier implements CredentialVerifier {

    private final Supplier<CertPathTrustworthinessVerifier> trust;
    private CompletableFuture<Checks> checks;

    /** Creates a verifier that checks signatures but requires no trust anchor. */
    @Activate
    public WebAuthnCredentialVerifier() {
        this(NullCertPathTrustworthinessVerifier::new);
    }

    /**
     * Creates a verifier that checks signatures and has {@code trust} verify the certificate path, as with metadata
     * (FIDO MDS).
     */
    public WebAuthnCredentialVerifier(Supplier<CertPathTrustworthinessVerifier> trust) {
        this.trust = trust;
    }

    @Override
    public void prepare() {
        checks();
    }

    /** Loads more than a thousand classes, for which windows and commands that verify nothing must not wait. */
    private synchronized CompletableFuture<Checks> checks() {
        if (checks == null) {
            checks = CompletableFuture.supplyAsync(
                    () -> new Checks(RegistrationCheck.warmedUp(trust.get()), new AssertionCheck()));
        }
        return checks;
    }

    @Override
    public Optional<Problem> checkNew(NewCredential credential, EnrolmentOptions options, AuthenticatorInfo device) {
        return problem(
                DeviceProblem.ATTESTATION_INVALID,
                () -> checks().join().registration().pass(credential, options, device));
    }

    @Override
    public Optional<Problem> checkAssertion(
            NewCredential credential, String relyingPartyId, Assertion signed, byte[] clientDataHash) {
        return problem(
                DeviceProblem.ASSERTION_INVALID,
                () -> checks().join().assertion().pass(credential, relyingPartyId, signed, clientDataHash));
    }

    private static Optional<Problem> problem(DeviceProblem code, Check check) {
        try {
            check.pass();
            return Optional.empty();
        } catch (FailedCheck e) {
            return Optional.of(Problem.of(code, e.check()).withDetail(e.getMessage()));
        }
    }

    /** The checks, initialised in the background. */
    private record Checks(RegistrationCheck registration, AssertionCheck assertion) {}

    /** A check that throws unless it passes. */
    private interface Check {
        void pass() throws FailedCheck;
    }
}
