package org.keyhopper.central.server.internal.api;

import org.keyhopper.api.diagnostic.Problem;

/** Thrown when a call is refused before it reaches the domain. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
