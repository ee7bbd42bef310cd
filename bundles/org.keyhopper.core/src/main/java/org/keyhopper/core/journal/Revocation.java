package org.keyhopper.core.journal;

import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;

/**
 * A passkey that an operator had removed from the directory.
 *
 * @param id numbers them, rising
 * @param directory the name of the configured directory
 * @param userId the directory's id of the holder
 * @param userName the holder's account
 * @param passkeyId the directory's handle
 * @param passkeyName its name in the holder's list; may be empty
 * @param credential of ours, if it was one
 * @param at when it was ordered
 * @param end how it ended; empty while nobody saw it end
 */
public record Revocation(
        long id,
        String directory,
        String userId,
        String userName,
        String passkeyId,
        String passkeyName,
        Optional<CredentialId> credential,
        Instant at,
        Optional<End> end) {

    /** How a revocation ended. */
    public enum End {
        REVOKED,
        /** It was not there any more. */
        WAS_GONE,
        /** It is still there. */
        NOT_DONE
    }
}
