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
     * Looks for the options' excluded credentials first (getAssertion with up=false), then makes a discoverable
     * credential, all with one token (CTAP 2.2 section 6.1). CREDENTIAL_EXCLUDED when one is there. Not repeatable.
     */
    NewCredential make(CredentialRequest request, Secret pin, ExchangeControl control) throws DeviceException;

    /**
     * Looks which of the credentials is on the device, without PIN or touch (getAssertion with up=false). Credentials
     * that demand user verification (credProtect level 3) stay hidden. Changes nothing.
     */
    Optional<CredentialId> findSilently(String rpId, List<CredentialId> ids) throws DeviceException;

    /**
     * Has the device sign with one credential after user verification by PIN, without asking for a touch (CTAP 2.2
     * section 6.2, up=false). NO_CREDENTIALS when it is not there.
     */
    Assertion sign(String rpId, CredentialId id, byte[] clientDataHash, Secret pin) throws DeviceException;

    /**
     * Lists all discoverable credentials (section 6.8); one exchange for each, so only on demand. NOT_SUPPORTED where
     * the device cannot.
     */
    List<StoredCredential> list(Secret pin) throws DeviceException;

    /** Deletes one credential; NO_CREDENTIALS when it is not there, NOT_SUPPORTED where the device cannot. */
    void delete(CredentialId id, Secret pin) throws DeviceException;

    /** Counts credentials and free slots (section 6.8.2). NOT_SUPPORTED where the device cannot. */
    Occupancy occupancy(Secret pin) throws DeviceException;

    /** How many discoverable credentials there are, and how many more fit (a lower bound). */
    record Occupancy(int existing, int remaining) {}
}
