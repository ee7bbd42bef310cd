package org.keyhopper.api.printer;

import org.keyhopper.api.diagnostic.ProblemCode;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A code for one kind of printer failure. {@link PrinterProblem} holds those common to all printers; a driver adds an enum
 * for what an operator has to distinguish besides.
 */
@ConsumerType
public interface PrinterProblemCode extends ProblemCode {

    /** Returns the default meaning for card, recipient and run. */
    FailureKind kind();
}
