package org.keyhopper.core.people;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.core.internal.run.DirectoryWideProblems;

/**
 * Hears what is found out about many people, on several threads at once.
 *
 * @param <T> what is found out
 */
public interface Follower<T> {

    void found(T found);

    /** Returns false to give up; those who were not asked about stay unknown. */
    boolean goesOn();

    /** Returns whether a problem would meet everybody in turn, so that there is no use in going on. */
    static boolean meetsEverybody(Problem problem) {
        return DirectoryWideProblems.isFor(problem) || problem.is(DirectoryProblem.NOT_PERMITTED);
    }
}
