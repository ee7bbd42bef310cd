package org.keyhopper.api.update;

import org.keyhopper.api.diagnostic.Problem;

/** Thrown when an update fails; the product is unchanged. */
public final class UpdateException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public UpdateException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public UpdateException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
