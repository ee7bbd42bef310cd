package org.keyhopper.api.device;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Failures of FIDO metadata, or of a device validated against it. */
public enum MetadataProblem implements ProblemCode {
    /** The profile requires a proven manufacturer, but this station has no metadata. */
    MISSING,
    /** The file is not a signed metadata BLOB; detail holds the reason. */
    UNREADABLE,
    /** The signature does not match the content. */
    SIGNATURE_INVALID,
    /** The signer is not trusted by this station; detail holds the reason. */
    SIGNER_NOT_TRUSTED,
    /** Older than the installed metadata. Argument 0: its number; argument 1: the installed number. */
    OLDER,
    /** The metadata has no entry for the model. Argument 0: its AAGUID. */
    MODEL_UNKNOWN,
    /** A status report revokes trust in the model. Argument 0: the model; argument 1: the reported status. */
    MODEL_REPORTED,
    /** The attestation does not prove the manufacturer. Argument 0: the model. */
    MAKER_NOT_PROVEN;

    @Override
    public String id() {
        return "metadata." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
