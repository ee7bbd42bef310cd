package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.security.PublicKey;
import java.util.Base64;
import java.util.UUID;

/**
 * What the verification of a registration found out.
 *
 * @param attested whether the certificates of the attestation lead to the rehearsal attestation root
 * @param synced whether the credential may be backed up (flag BE), so that it is not bound to its device
 */
public record VerifiedKey(UUID aaguid, boolean attested, boolean synced, PublicKey publicKey, int algorithm) {

    /** Adds the key to what the admin pages show of a passkey. */
    public void addTo(JsonObject json) {
        json.addProperty("publicKey", Base64.getEncoder().encodeToString(publicKey.getEncoded()));
        json.addProperty("algorithm", algorithm);
    }
}
