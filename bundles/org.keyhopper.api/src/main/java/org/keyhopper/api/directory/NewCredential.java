package org.keyhopper.api.directory;

import java.util.List;
import org.keyhopper.api.device.CredentialId;

/**
 * A credential that a device has created, in the forms that a relying party expects.
 *
 * @param id the credential id
 * @param clientDataJson clientDataJSON, whose hash the device signed
 * @param attestationObject CBOR map of fmt, attStmt, authData (WebAuthn level 3 section 6.5)
 * @param transports the transports that the device reports
 * @param enterpriseAttested whether the device returned the requested enterprise attestation (CTAP 2.2 section 6.1.2,
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

    /** Creates a credential without enterprise attestation. */
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
