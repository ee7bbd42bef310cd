package org.keyhopper.core.internal.run.printer;

import org.keyhopper.api.diagnostic.Problem;

/** A card cannot be used, and nothing was done to it: the recipient takes the next one. */
final class CardRejectedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    CardRejectedException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
