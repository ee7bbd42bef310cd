package org.keyhopper.fido;

import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Verifies the responses of a device as a relying party does. An OSGi service, stateless, any thread, no network
 * access.
 */
@ProviderType
public interface CredentialVerifier {

    /**
     * Initialises in the background; the first verification otherwise takes a second longer. Called before provisioning
     * starts; does not block, idempotent, optional.
     */
    default void prepare() {}

    /**
     * Verifies a new credential (WebAuthn level 3 section 7.1): client data, rpIdHash, flags UP, UV and AT, requested
     * algorithm, the device's AAGUID, attestation signature. Returns ATTESTATION_INVALID with the name of the failed
     * check.
     */
    Optional<Problem> checkNew(NewCredential credential, EnrolmentOptions options, AuthenticatorInfo device);

    /**
     * Verifies an assertion (section 7.2) with the public key of the new credential: rpIdHash, flag UV, signature.
     * Returns ASSERTION_INVALID with the name of the failed check.
     *
     * @param relyingPartyId the relying party of the credential
     * @param clientDataHash the hash that was sent to the device
     */
    Optional<Problem> checkAssertion(
            NewCredential credential, String relyingPartyId, Assertion assertion, byte[] clientDataHash);
}
