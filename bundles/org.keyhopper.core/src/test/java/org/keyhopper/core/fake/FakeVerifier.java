package org.keyhopper.core.fake;

import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.CredentialVerifier;

/** Verifies what a {@link FakeAuthenticator} makes; can be told to find fault. */
public final class FakeVerifier implements CredentialVerifier {

    public boolean findsFaultWithNew;
    public boolean findsFaultWithAssertion;

    @Override
    public Optional<Problem> checkNew(NewCredential credential, EnrolmentOptions options, AuthenticatorInfo device) {
        return findsFaultWithNew
                ? Optional.of(Problem.of(DeviceProblem.ATTESTATION_INVALID, "signature"))
                : Optional.empty();
    }

    @Override
    public Optional<Problem> checkAssertion(
            NewCredential credential, String relyingPartyId, Assertion assertion, byte[] clientDataHash) {
        boolean good = FakeAuthenticator.isGood(assertion, credential.id(), clientDataHash);
        return good && !findsFaultWithAssertion
                ? Optional.empty()
                : Optional.of(Problem.of(DeviceProblem.ASSERTION_INVALID, "signature"));
    }
}
