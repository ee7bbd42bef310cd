package org.keyhopper.core.request;

import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;

/**
 * A passkey created by a ceremony.
 *
 * @param credentialId on the device
 * @param passkeyId the directory's handle, once registered
 * @param aaguid the model
 * @param deviceName the name it has in the person's list
 * @param serial the device's serial number, if it has one
 */
public record MadePasskey(
        CredentialId credentialId,
        Optional<String> passkeyId,
        UUID aaguid,
        String deviceName,
        Optional<String> serial) {}
