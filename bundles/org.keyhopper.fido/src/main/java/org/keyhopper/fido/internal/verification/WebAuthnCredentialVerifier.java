package org.keyhopper.fido.internal.verification;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.CredentialVerifier;
import org.osgi.service.component.annotations.Component;

/** Checks signatures but requires no trust anchor. Maps failed checks to problems that name them. */
@Component(service = CredentialVerifier.class)
public final class WebAuthnCredentialVerifier implements CredentialVerifier {

    private CompletableFuture<Checks> checks;

    @Override
    public void prepare() {
        checks();
    }

    /** Loads more than a thousand classes, for which windows and commands that verify nothing must not wait. */
    private synchronized CompletableFuture<Checks> checks() {
        if (checks == null) {
            checks =
                    CompletableFuture.supplyAsync(() -> new Checks(RegistrationCheck.warmedUp(), new AssertionCheck()));
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
