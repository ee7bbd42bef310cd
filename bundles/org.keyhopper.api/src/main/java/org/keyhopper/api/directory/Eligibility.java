package org.keyhopper.api.directory;

import java.util.List;
import org.keyhopper.api.diagnostic.Problem;

/**
 * Whether a passkey on a device of one model can be registered for a person.
 *
 * @param obstacles every reason against it that was found; settings that the connector is not permitted to read are none
 * @param attestationEnforced whether the directory accepts this model for this person only with an attestation that it
 *     verifies by the FIDO metadata, so that the caller can verify it first; false where that cannot be read
 */
public record Eligibility(List<Problem> obstacles, boolean attestationEnforced) {

    public Eligibility {
        obstacles = List.copyOf(obstacles);
    }

    /** Returns the eligibility at a directory that does not enforce attestation. */
    public static Eligibility of(List<Problem> obstacles) {
        return new Eligibility(obstacles, false);
    }
}
