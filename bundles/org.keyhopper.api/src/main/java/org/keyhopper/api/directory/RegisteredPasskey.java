package org.keyhopper.api.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;

/**
 * A passkey as a directory lists it.
 *
 * @param id the directory's id, for reading back and deletion
 * @param credentialIds possible credential ids, as far as the directory reports them; more than one if the encoding
 *     is ambiguous, empty if not reported
 * @param displayName its name in the person's list; may be empty
 * @param aaguid the model, if the directory reports it
 * @param created the time of registration, if the directory reports it
 */
public record RegisteredPasskey(
        String id,
        Set<CredentialId> credentialIds,
        String displayName,
        Optional<UUID> aaguid,
        Optional<Instant> created) {
    public RegisteredPasskey {
        credentialIds = Set.copyOf(credentialIds);
    }
}
