package org.keyhopper.core.inventory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.core.request.RecipientId;

/**
 * One device we provisioned, as far as we know.
 *
 * @param credential the credential we put on it; its mark, since most cards have no serial number we could read
 * @param rpId the relying party of the credential
 * @param aaguid model
 * @param model the model's name
 * @param serial if the device has one
 * @param directory name of the configured directory
 * @param userId the directory's id of the holder
 * @param holder the holder's name, as the directory was last heard to tell it
 * @param passkeyId the directory's handle
 * @param recipient for which it was made
 * @param state in use, or why not
 * @param since when the state began
 * @param formerHolder the name under which the device was given, where the holder has another now
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

    /** Makes one of a holder who is called as ever. */
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

    /** What has become of a device. */
    public enum State {
        IN_USE,
        /** The directory does not accept it any more. */
        REVOKED,
        /** The device was made blank again. */
        RESET,
        /** The passkey alone was deleted from the device. */
        DELETED
    }
}
