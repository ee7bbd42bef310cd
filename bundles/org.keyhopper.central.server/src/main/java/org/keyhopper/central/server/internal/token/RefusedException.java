package org.keyhopper.central.server.internal.token;

import org.keyhopper.api.diagnostic.Problem;

/** Thrown when a caller is not authenticated. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public static RefusedException of(Problem problem) {
        return new RefusedException(problem);
    }

    public Problem problem() {
        return problem;
    }
}
