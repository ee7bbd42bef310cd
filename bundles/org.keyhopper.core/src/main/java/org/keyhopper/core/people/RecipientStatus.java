package org.keyhopper.core.people;

import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RecipientId;

/**
 * What has become of a person since the request was made, or since they were last looked up.
 *
 * @param before as the request had them
 * @param now as it has them now; unchanged for a user who was deleted
 * @param changes empty when all is as it was
 * @param problem why it is not known, empty when it is
 */
public record RecipientStatus(
        RecipientId id, Recipient before, Recipient now, Set<Change> changes, Optional<Problem> problem) {

    /** What the directory says differently. */
    public enum Change {
        DELETED,
        DISABLED,
        /** Another account name or another name. */
        RENAMED
    }

    public RecipientStatus {
        changes = Set.copyOf(changes);
    }

    /** Returns whether there is anything to tell. */
    public boolean isNoteworthy() {
        return !changes.isEmpty() || problem.isPresent();
    }
}
