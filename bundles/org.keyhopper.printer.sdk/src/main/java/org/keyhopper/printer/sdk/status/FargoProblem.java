package org.keyhopper.printer.sdk.status;

import java.util.Locale;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterProblemCode;

/** Failures of an encoder on the network. */
public enum FargoProblem implements PrinterProblemCode {
    /** No reader, or more than one, has this in its name. Argument 0: the name. */
    READER_NOT_FOUND,
    /** The reader did not open its session. Argument 0: the reader. */
    SESSION_REFUSED;

    /** The operator can start the encoder, or end the other program that uses it. */
    @Override
    public FailureKind kind() {
        return FailureKind.OPERATOR_NEEDED;
    }

    @Override
    public String id() {
        return "fargo." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
