package org.keyhopper.api.request;

import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.device.AuthenticatorInfo.PinComplexity;
import org.keyhopper.api.diagnostic.Problem;

/**
 * A question for a PIN.
 *
 * @param kind a new PIN, or the existing one of the device
 * @param person the recipient's name
 * @param minimumLength minimum length of a new PIN in code points, required by device or profile
 * @param retries attempts left for an existing PIN, if known
 * @param refusal why the PIN entered before for this device was refused; empty on the first attempt
 * @param complexity what the device demands of a new PIN beyond its length, if anything
 */
public record PinQuestion(
        Kind kind,
        String person,
        int minimumLength,
        OptionalInt retries,
        Optional<Problem> refusal,
        Optional<PinComplexity> complexity) {

    /** Creates a question about a device without a complexity policy. */
    public PinQuestion(Kind kind, String person, int minimumLength, OptionalInt retries, Optional<Problem> refusal) {
        this(kind, person, minimumLength, retries, refusal, Optional.empty());
    }

    /** Creates the question for a first attempt. */
    public PinQuestion(Kind kind, String person, int minimumLength, OptionalInt retries) {
        this(kind, person, minimumLength, retries, Optional.empty());
    }

    /** The kind of PIN. */
    public enum Kind {
        NEW,
        EXISTING
    }
}
