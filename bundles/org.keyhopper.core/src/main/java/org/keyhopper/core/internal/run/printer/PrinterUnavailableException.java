package org.keyhopper.core.internal.run.printer;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemException;

/** A printer takes no further part in the run. */
final class PrinterUnavailableException extends ProblemException {

    private static final long serialVersionUID = 1L;

    PrinterUnavailableException(Problem problem) {
        super(problem);
    }
}
