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
 * @param type whether it stays on its device, if the directory reports it
 */
public record RegisteredPasskey(
        String id,
        Set<CredentialId> credentialIds,
        String displayName,
        Optional<UUID> aaguid,
        Optional<Instant> created,
        Optional<Type> type) {

    /** Whether a passkey can leave the device it was made on (WebAuthn level 3 section 6.1.3, backup eligibility). */
    public enum Type {
        DEVICE_BOUND,
        SYNCED
    }

    public RegisteredPasskey {
        credentialIds = Set.copyOf(credentialIds);
    }

    /** One of a directory that does not show the type. */
    public RegisteredPasskey(
            String id,
            Set<CredentialId> credentialIds,
            String displayName,
            Optional<UUID> aaguid,
            Optional<Instant> created) {
        this(id, credentialIds, displayName, aaguid, created, Optional.empty());
    }
}
