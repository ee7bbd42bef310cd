package org.keyhopper.core.internal.ceremony;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.internal.central.ProofChallenge;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.DeviceException;

/**
 * Proof that a device possesses a credential: it signs a challenge (authenticatorGetAssertion, CTAP 2.2 section
 * 6.2), and the assertion is verified with the public key that was registered (WebAuthn Level 3 section 7.2).
 */
public record AssertionProof(CredentialVerifier verifier, ProofChallenge challenge) {

    /**
     * How one attempt ended.
     *
     * @param fault what is wrong with the assertion; empty when it is valid, or when there is none
     * @param refusal why the device did not sign; null when it signed
     */
    record Attempt(Optional<Problem> fault, DeviceException refusal) {

        /** Fails as the attempt did. */
        void require() throws StepFailedException, DeviceException {
            if (refusal != null) {
                throw refusal;
            }
            if (fault.isPresent()) {
                throw new StepFailedException(fault.get());
            }
        }
    }

    /** Attempts the proof for a ceremony, on the device's worker. */
    static Attempt attempt(CeremonyState state) {
        AssertionProof proof = new AssertionProof(state.tools.verifier(), state.tools.challenge());
        try {
            return new Attempt(
                    proof.of(
                            state.device().authenticator(),
                            state.credential(),
                            state.options().relyingParty().id(),
                            state.pin()),
                    null);
        } catch (DeviceException e) {
            return new Attempt(Optional.empty(), e);
        }
    }

    /** Returns what is wrong with the assertion, or empty when device, PIN and credential are proved. */
    public Optional<Problem> of(
            Authenticator authenticator, NewCredential credential, String relyingPartyId, Secret pin)
            throws DeviceException {
        byte[] hash = challenge.hash();
        Assertion assertion = authenticator.credentials().getAssertion(relyingPartyId, credential.id(), hash, pin);
        Optional<Problem> fault = verifier.checkAssertion(credential, relyingPartyId, assertion, hash);
        if (fault.isEmpty()) {
            challenge.signed(assertion);
        }
        return fault;
    }
}
