package org.keyhopper.core.internal.automatic;

import org.keyhopper.api.diagnostic.Problem;

/** A card is no good, and nothing was done to it: the person gets the next one. */
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
