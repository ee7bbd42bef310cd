package org.keyhopper.core.run;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemException;

/** A run cannot be started; the problem is a {@link RunProblem} or a directory's. */
public final class RunRefusedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public RunRefusedException(Problem problem) {
        super(problem);
    }
}
