package org.keyhopper.core.inventory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.request.RecipientId;

/**
 * One device that was provisioned.
 *
 * @param credential the credential on it, which identifies it, since most cards have no readable serial number
 * @param rpId the relying party of the credential
 * @param aaguid model
 * @param model the model's name
 * @param serial if the device has one
 * @param directory name of the configured directory
 * @param userId the directory's id of the holder
 * @param holder the holder's name, as the directory last reported it
 * @param passkeyId the directory's handle
 * @param recipient for which it was made
 * @param state in use, or why not
 * @param since when the state began
 * @param formerHolder the holder's name when the device was issued, if it has changed
 */
public record InventoryEntry(
        CredentialId credential,
        String rpId,
        UUID aaguid,
        String model,
        Optional<String> serial,
        String directory,
        String userId,
        String holder,
        String passkeyId,
        RecipientId recipient,
        State state,
        Instant since,
        Optional<String> formerHolder) {

    /** Creates an entry whose holder has not been renamed. */
    public InventoryEntry(
            CredentialId credential,
            String rpId,
            UUID aaguid,
            String model,
            Optional<String> serial,
            String directory,
            String userId,
            String holder,
            String passkeyId,
            RecipientId recipient,
            State state,
            Instant since) {
        this(
                credential,
                rpId,
                aaguid,
                model,
                serial,
                directory,
                userId,
                holder,
                passkeyId,
                recipient,
                state,
                since,
                Optional.empty());
    }

    /** The state of a device. */
    public enum State {
        IN_USE,
        /** The passkey was removed from the directory. */
        REVOKED,
        /** The device was reset. */
        RESET,
        /** The passkey alone was deleted from the device. */
        DELETED,
        /** The holder has lost the device. Its passkey works until it is revoked at the directory. */
        LOST,
        /** The holder has given the device back. Its passkey was removed from the directory; it may still be on the device. */
        RETURNED
    }
}
