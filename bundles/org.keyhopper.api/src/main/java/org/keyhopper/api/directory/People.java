package org.keyhopper.api.directory;

import java.util.List;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.osgi.annotation.versioning.ConsumerType;

/** The people of a directory. Blocking, read-only, safe to repeat. */
@ConsumerType
public interface People {

    /** Finds one person by user name (UPN), e-mail address or id; USER_NOT_FOUND or USER_AMBIGUOUS otherwise. */
    Answer<DirectoryUser> find(String reference);

    /** Finds people whose name, account or e-mail begins with the text; at most {@code limit}. */
    Answer<List<DirectoryUser>> search(String text, int limit);

    /** Finds groups whose name begins with the text; at most {@code limit}. */
    Answer<List<DirectoryGroup>> searchGroups(String text, int limit);

    /** Returns all people in a group, as {@link #membersOf(String, IntPredicate)} does, however long it takes. */
    default Answer<List<DirectoryUser>> membersOf(String group) {
        return membersOf(group, count -> true);
    }

    /**
     * Returns all people in a group, nested ones too; the group by name or id. GROUP_NOT_FOUND or GROUP_AMBIGUOUS otherwise.
     *
     * @param proceed called after each page with the number of users read so far, on the calling thread; false cancels, which
     *     is answered with CANCELLED
     */
    Answer<List<DirectoryUser>> membersOf(String group, IntPredicate proceed);
}
