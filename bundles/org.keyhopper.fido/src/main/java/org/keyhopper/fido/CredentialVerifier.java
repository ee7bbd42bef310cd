package org.keyhopper.fido;

import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.osgi.annotation.versioning.ProviderType;

/** Checks, as a relying party would, what a device made. An OSGi service, stateless, any thread, no network. */
@ProviderType
public interface CredentialVerifier {

    /**
     * Gets ready off the caller's thread, so that the first check does not take a second longer than others. For when devices are
     * about to be provisioned; fast, idempotent, and not needed for the checks to work.
     */
    default void prepare() {}

    /**
     * Checks a new credential (WebAuthn level 3 section 7.1): client data, rpIdHash, flags UP, UV and AT, algorithm
     * offered, AAGUID as the device says, attestation signature. ATTESTATION_INVALID naming the check that failed.
     */
    Optional<Problem> checkNew(NewCredential credential, EnrolmentOptions options, AuthenticatorInfo device);

    /**
     * Checks an assertion (section 7.2) with the public key inside the new credential: rpIdHash, flag UV, signature.
     * ASSERTION_INVALID naming the check that failed.
     *
     * @param relyingPartyId for which the credential was made
     * @param clientDataHash what the device was given to sign
     */
    Optional<Problem> checkAssertion(
            NewCredential credential, String relyingPartyId, Assertion assertion, byte[] clientDataHash);
}
