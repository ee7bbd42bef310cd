package org.keyhopper.api.directory;

import java.util.List;
import org.keyhopper.api.device.CredentialId;

/**
 * A credential a device has just made, in the forms a relying party takes.
 *
 * @param id its id
 * @param clientDataJson the bytes whose hash the device signed
 * @param attestationObject CBOR map of fmt, attStmt, authData (WebAuthn level 3 section 6.5)
 * @param transports what the device says of its transports
 */
public record NewCredential(CredentialId id, byte[] clientDataJson, byte[] attestationObject, List<String> transports) {

    public NewCredential {
        clientDataJson = clientDataJson.clone();
        attestationObject = attestationObject.clone();
        transports = List.copyOf(transports);
    }

    @Override
    public byte[] clientDataJson() {
        return clientDataJson.clone();
    }

    @Override
    public byte[] attestationObject() {
        return attestationObject.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NewCredential credential && id.equals(credential.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
