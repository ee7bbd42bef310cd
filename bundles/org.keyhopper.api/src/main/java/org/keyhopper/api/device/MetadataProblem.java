package org.keyhopper.api.device;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** What can be wrong with the metadata of models, or with a device judged by it. */
public enum MetadataProblem implements ProblemCode {
    /** The profile asks for a proven maker, but this station has no metadata. */
    MISSING,
    /** The file is not signed metadata; detail holds why. */
    UNREADABLE,
    /** The signature does not fit the content: it was changed after it was signed. */
    SIGNATURE_INVALID,
    /** Signed by somebody this station does not trust for it; detail holds why. */
    SIGNER_NOT_TRUSTED,
    /** Older than what the station has. Argument 0: its edition; argument 1: that of the station. */
    OLDER,
    /** The metadata does not know the model. Argument 0: its AAGUID. */
    MODEL_UNKNOWN,
    /** A report says that the model can no longer be trusted. Argument 0: the model; argument 1: the report's word. */
    MODEL_REPORTED,
    /** The device did not prove that it was made by the maker of its model. Argument 0: the model. */
    MAKER_NOT_PROVEN;

    @Override
    public String id() {
        return "metadata." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
