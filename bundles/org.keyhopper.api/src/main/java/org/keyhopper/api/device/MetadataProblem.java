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
    /** The policy does not permit the root certificate. Argument 0: its SHA-256. */
    ROOT_NOT_ALLOWED,
    /** Older than the installed metadata. Argument 0: its number; argument 1: the installed number. */
    OLDER,
    /** The next edition was due so long ago that revoked models may be missing. Argument 0: the date on which it was due. */
    OVERDUE,
    /** A warning: the next edition was due. Argument 0: the date on which it was due. */
    DUE,
    /** The metadata has no entry for the model. Argument 0: its AAGUID. */
    MODEL_UNKNOWN,
    /** A status report revokes trust in the model. Argument 0: the model; argument 1: the reported status. */
    MODEL_REPORTED,
    /** The attestation does not prove the manufacturer. Argument 0: the model. */
    MAKER_NOT_PROVEN,
    /** No status report says that the model is FIDO certified, at whatever level. Argument 0: the model. */
    NOT_CERTIFIED,
    /** By its metadata the model lacks what the directory requires. Argument 0: the model; argument 1: what it lacks. */
    MODEL_LACKS,
    /**
     * A warning: the status of the model changed a short time ago, which the directory's copy of the metadata may not have
     * yet. Argument 0: the model; argument 1: the date.
     */
    MODEL_RECENT,
    /** A warning: the directory verifies the attestation, and this station cannot do so beforehand. Argument 0: the AAGUID. */
    NOT_VERIFIED_HERE;

    @Override
    public String id() {
        return "metadata." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
