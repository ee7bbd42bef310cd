package org.keyhopper.core.internal.ceremony;

import java.security.SecureRandom;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.DeviceException;

/** Lets a device sign something nobody could foresee, and verifies it with the public key that was registered. */
public final class PossessionProof {

    private static final int SHA256_BYTES = 32;

    private final CredentialVerifier verifier;
    private final SecureRandom random;

    public PossessionProof(CredentialVerifier verifier, SecureRandom random) {
        this.verifier = verifier;
        this.random = random;
    }

    /** Returns what is wrong, or empty when device, PIN and credential are proved. */
    public Optional<Problem> of(
            Authenticator authenticator, NewCredential credential, String relyingPartyId, Secret pin)
            throws DeviceException {
        byte[] hash = new byte[SHA256_BYTES];
        random.nextBytes(hash);
        Assertion assertion = authenticator.credentials().sign(relyingPartyId, credential.id(), hash, pin);
        return verifier.checkAssertion(credential, relyingPartyId, assertion, hash);
    }
}
