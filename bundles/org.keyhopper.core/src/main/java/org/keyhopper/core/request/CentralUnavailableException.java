package org.keyhopper.core.request;

import org.keyhopper.api.diagnostic.Problem;

/** Thrown where records are read from Central, or written to it, and it does not answer or refuses. */
public final class CentralUnavailableException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public CentralUnavailableException(Problem problem) {
        super("Central: " + problem);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
