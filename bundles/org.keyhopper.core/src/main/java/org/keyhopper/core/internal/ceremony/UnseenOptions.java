package org.keyhopper.core.internal.ceremony;

import java.time.Instant;
import java.util.List;
import org.keyhopper.api.directory.EnrolmentOptions;

/** Options in place of those that were lost with their answer, or are not kept. */
public final class UnseenOptions {

    private UnseenOptions() {}

    /** Of the options only relying party and enrolment matter afterwards; either may be empty. */
    public static EnrolmentOptions of(String rpId, String enrolmentId) {
        return new EnrolmentOptions(
                enrolmentId,
                new EnrolmentOptions.RelyingParty(rpId, rpId, "https://" + rpId),
                new EnrolmentOptions.Account(new byte[0], "", ""),
                "",
                List.of(),
                List.of(),
                EnrolmentOptions.Extensions.NONE,
                EnrolmentOptions.Attestation.NONE,
                Instant.EPOCH);
    }
}
