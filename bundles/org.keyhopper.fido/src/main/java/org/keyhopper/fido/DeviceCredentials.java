package org.keyhopper.fido;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.ExchangeControl;

/** The discoverable credentials of a device. */
public interface DeviceCredentials {

    /**
     * Makes a discoverable credential, after searching the device for the options' excluded credentials (getAssertion
     * with up=false), all with one token (CTAP 2.2 section 6.1). Fails with CREDENTIAL_EXCLUDED if one is found. Not
     * idempotent.
     */
    NewCredential makeCredential(CredentialRequest request, Secret pin, ExchangeControl control) throws DeviceException;

    /**
     * Searches the device for one of the credentials, without PIN or touch (getAssertion with up=false). Credentials
     * that require user verification (credProtect level 3) are not found. Changes nothing.
     */
    Optional<CredentialId> findSilently(String rpId, List<CredentialId> ids) throws DeviceException;

    /**
     * Gets an assertion with one credential after user verification by PIN, without user presence (CTAP 2.2 section
     * 6.2, up=false). Fails with NO_CREDENTIALS if it is not on the device.
     */
    Assertion getAssertion(String rpId, CredentialId id, byte[] clientDataHash, Secret pin) throws DeviceException;

    /**
     * Lists all discoverable credentials (section 6.8); costs one exchange for each. Fails with NOT_SUPPORTED if the
     * device does not support credential management.
     */
    List<StoredCredential> list(Secret pin) throws DeviceException;

    /**
     * Deletes one credential. Fails with NO_CREDENTIALS if it is not on the device, NOT_SUPPORTED if the device does
     * not support credential management.
     */
    void delete(CredentialId id, Secret pin) throws DeviceException;

    /**
     * Counts credentials and free slots (section 6.8.2). Fails with NOT_SUPPORTED if the device does not support
     * credential management.
     */
    Occupancy occupancy(Secret pin) throws DeviceException;

    /** The number of discoverable credentials, and the number of free slots (a lower bound). */
    record Occupancy(int existing, int remaining) {}
}
