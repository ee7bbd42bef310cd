package org.keyhopper.documents;

import org.keyhopper.api.diagnostic.Problem;

/** A sealed PIN was not opened. */
public final class UnopenedPinException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnopenedPinException(Problem problem) {
        super(problem.code().id());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
