package org.keyhopper.api.update;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemException;

/** Thrown when an update fails; the product is unchanged. */
public final class UpdateException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public UpdateException(Problem problem) {
        super(problem);
    }

    public UpdateException(Problem problem, Throwable cause) {
        super(problem, cause);
    }
}
