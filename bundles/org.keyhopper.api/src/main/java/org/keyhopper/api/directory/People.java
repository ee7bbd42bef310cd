package org.keyhopper.api.directory;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.osgi.annotation.versioning.ConsumerType;

/** The people of a directory. Blocking, read-only, safe to repeat. */
@ConsumerType
public interface People {

    /** Finds one person by user name (UPN), e-mail address or id; USER_NOT_FOUND or USER_AMBIGUOUS otherwise. */
    Answer<DirectoryUser> find(String reference);

    /** Finds people whose name, account or e-mail begins with the text; at most {@code limit}. */
    Answer<List<DirectoryUser>> search(String text, int limit);

    /** Returns all people in a group, nested ones too; the group by name or id. GROUP_NOT_FOUND or GROUP_AMBIGUOUS otherwise. */
    Answer<List<DirectoryUser>> membersOf(String group);
}
