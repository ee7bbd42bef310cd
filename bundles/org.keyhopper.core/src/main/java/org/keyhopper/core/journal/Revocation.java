package org.keyhopper.core.journal;

import java.time.Instant;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;

/**
 * The removal of a passkey from a directory, ordered by an operator.
 *
 * @param id ascending
 * @param directory the name of the configured directory
 * @param userId the directory's id of the holder
 * @param userName the holder's account
 * @param passkeyId the directory's handle
 * @param passkeyName its name in the holder's list; may be empty
 * @param credential the credential, if it was created here
 * @param at when it was ordered
 * @param end how it ended; empty if the end is unknown
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
        /** The passkey was already removed. */
        WAS_GONE,
        /** The passkey is still registered. */
        NOT_DONE
    }
}
