package org.keyhopper.core.people;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.core.internal.run.DirectoryWideProblems;

/**
 * Receives what is found about many users, on several threads at once.
 *
 * @param <T> what is found out
 */
public interface LookupListener<T> {

    void found(T found);

    /** Returns false to give up; those who were not asked about stay unknown. */
    boolean proceed();

    /** Returns whether a problem concerns all users, so that the others need not be asked about. */
    static boolean concernsAll(Problem problem) {
        return DirectoryWideProblems.contain(problem) || problem.is(DirectoryProblem.NOT_PERMITTED);
    }
}
