package org.keyhopper.core.people;

import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RecipientId;

/**
 * How a recipient has changed in the directory since the import or the previous look-up.
 *
 * @param before as in the request
 * @param now as in the directory; unchanged for a deleted user
 * @param changes empty if nothing changed
 * @param problem why the look-up failed, if it did
 */
public record RecipientStatus(
        RecipientId id, Recipient before, Recipient now, Set<Change> changes, Optional<Problem> problem) {

    /** A change in the directory. */
    public enum Change {
        DELETED,
        DISABLED,
        /** Another account name or another name. */
        RENAMED
    }

    public RecipientStatus {
        changes = Set.copyOf(changes);
    }

    /** Returns whether the recipient has changed or could not be looked up. */
    public boolean isNoteworthy() {
        return !changes.isEmpty() || problem.isPresent();
    }
}
