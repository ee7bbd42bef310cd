package org.keyhopper.fido;

import java.util.Objects;
import org.keyhopper.api.directory.EnrolmentOptions;

/**
 * What credential to make.
 *
 * @param options as the directory gave them
 * @param attestation whether to ask for enterprise attestation
 */
public record CredentialRequest(EnrolmentOptions options, EnterpriseAttestation attestation) {

    /** Enterprise attestation (CTAP 2.2 section 7.1): left out, or as the device's vendor or the platform lists RPs. */
    public enum EnterpriseAttestation {
        NOT_WANTED,
        VENDOR_FACILITATED,
        PLATFORM_MANAGED
    }

    public CredentialRequest {
        Objects.requireNonNull(options);
        Objects.requireNonNull(attestation);
    }
}
