package org.keyhopper.core.run;

import org.keyhopper.api.diagnostic.Problem;

/** A run cannot be started; the problem is a {@link RunProblem} or a directory's. */
public final class RunRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RunRefusedException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
