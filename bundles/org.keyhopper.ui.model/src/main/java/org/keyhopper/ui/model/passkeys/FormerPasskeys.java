package org.keyhopper.ui.model.passkeys;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.ui.model.WorkbenchContext;

/**
 * Finds passkeys that are still registered although their credentials were deleted from the device, from the notes of
 * an outcome. Blocks on disk access for milliseconds, any thread.
 */
public record FormerPasskeys(WorkbenchContext context) {

    /** Returns the holder of the passkey to revoke; the first one if there are several. */
    public Optional<PasskeyHolder> holder(List<Problem> notes) {
        return entries(notes).findFirst().map(FormerPasskeys::holder);
    }

    /** Returns the holder of an inventory entry. */
    public static PasskeyHolder holder(InventoryEntry entry) {
        return new PasskeyHolder(entry.directory(), entry.userId(), entry.holder());
    }

    /** Returns whether the note is about a passkey that has been revoked since. */
    public boolean isSettled(Problem note) {
        return note.is(RunProblem.PASSKEY_STILL_REGISTERED)
                && entries(List.of(note)).findAny().isEmpty();
    }

    private Stream<InventoryEntry> entries(List<Problem> notes) {
        return notes.stream()
                .filter(note -> note.is(RunProblem.PASSKEY_STILL_REGISTERED))
                .map(note -> CredentialId.ofBase64Url(note.arguments().get(2)))
                .flatMap(id -> context.station().inventory().find(id).stream())
                .filter(entry -> entry.state() != InventoryEntry.State.REVOKED);
    }
}
