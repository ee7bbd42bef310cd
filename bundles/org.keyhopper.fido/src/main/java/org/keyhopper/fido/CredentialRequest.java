package org.keyhopper.fido;

import java.util.Objects;
import org.keyhopper.api.directory.EnrolmentOptions;

/**
 * The credential to make.
 *
 * @param options the options of the directory
 * @param attestation whether enterprise attestation is requested
 */
public record CredentialRequest(EnrolmentOptions options, EnterpriseAttestation attestation) {

    /** Enterprise attestation (CTAP 2.2 section 7.1): not requested, vendor-facilitated or platform-managed. */
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
