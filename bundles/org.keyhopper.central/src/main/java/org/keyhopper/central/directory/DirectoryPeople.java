package org.keyhopper.central.directory;

import java.util.List;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.central.access.Caller;

/**
 * People and groups of a directory, for those who may create requests in it. Reads only; blocking on the directory, for
 * minutes with a large group; any thread.
 */
public interface DirectoryPeople {

    /** Returns the names of the directories in which the caller may create requests, sorted. Blocking on the database. */
    Answer<List<String>> directories(Caller caller);

    /** Finds people whose name, account or e-mail begins with the text. */
    Answer<List<DirectoryUser>> search(Caller caller, String directory, String text, int limit);

    /** Finds groups whose name begins with the text. */
    Answer<List<DirectoryGroup>> searchGroups(Caller caller, String directory, String text, int limit);

    /**
     * Returns all people in a group, by its name or id.
     *
     * @param proceed called with the number of people read so far; false cancels
     */
    Answer<List<DirectoryUser>> membersOf(Caller caller, String directory, String group, IntPredicate proceed);

    /**
     * Returns those of these people who have no passkey.
     *
     * @param proceed called with the number of people asked about so far; false ends with CANCELLED
     */
    Answer<List<DirectoryUser>> withoutPasskey(
            Caller caller, String directory, List<DirectoryUser> people, IntPredicate proceed);
}
