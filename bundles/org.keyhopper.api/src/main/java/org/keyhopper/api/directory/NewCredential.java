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
 * @param enterpriseAttested whether the device says that its attestation names it, as was asked (CTAP 2.2 section 6.1.2,
 *     epAtt)
 */
public record NewCredential(
        CredentialId id,
        byte[] clientDataJson,
        byte[] attestationObject,
        List<String> transports,
        boolean enterpriseAttested) {

    public NewCredential {
        clientDataJson = clientDataJson.clone();
        attestationObject = attestationObject.clone();
        transports = List.copyOf(transports);
    }

    /** One with an ordinary attestation, or none. */
    public NewCredential(CredentialId id, byte[] clientDataJson, byte[] attestationObject, List<String> transports) {
        this(id, clientDataJson, attestationObject, transports, false);
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
