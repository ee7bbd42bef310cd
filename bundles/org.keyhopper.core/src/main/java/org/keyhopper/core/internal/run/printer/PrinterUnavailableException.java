package org.keyhopper.core.internal.run.printer;

import org.keyhopper.api.diagnostic.Problem;

/** A printer takes no further part in the run. */
final class PrinterUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    PrinterUnavailableException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
