package org.keyhopper.core.internal.run.printer;

import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemException;

/** A card cannot be used, and nothing was done to it: the recipient takes the next one. */
final class CardRejectedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    CardRejectedException(Problem problem) {
        super(problem);
    }
}
