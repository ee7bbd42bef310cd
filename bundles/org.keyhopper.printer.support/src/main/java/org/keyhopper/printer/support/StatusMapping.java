package org.keyhopper.printer.support;

import java.util.Set;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterProblemCode;
import org.keyhopper.api.printer.PrinterStatus;

/** Maps problems to the state of the printer that reports them, for all vendors. */
public final class StatusMapping {

    private StatusMapping() {}

    /** Returns the state for this problem with its default failure kind. */
    public static PrinterStatus.State state(PrinterProblemCode problem) {
        return problem instanceof PrinterProblem common && isOffline(common)
                ? PrinterStatus.State.OFFLINE
                : state(problem.kind());
    }

    /** Returns the state for a problem of this failure kind. */
    public static PrinterStatus.State state(FailureKind kind) {
        return switch (kind) {
            case BUSY -> PrinterStatus.State.BUSY;
            case OPERATOR_NEEDED -> PrinterStatus.State.NEEDS_OPERATOR;
            case CARD_FAILED, PRINTER_FAULT, OUTCOME_UNKNOWN -> PrinterStatus.State.FAULT;
        };
    }

    /**
     * Returns the status of a printer that did not answer the status query.
     *
     * @throws PrinterException the failure itself, if it is an answer
     */
    public static PrinterStatus unanswered(PrinterException failure) throws PrinterException {
        boolean silent = failure.problem().code() instanceof PrinterProblem problem && isOffline(problem);
        if (!silent) {
            throw failure;
        }
        return PrinterStatus.of(PrinterStatus.State.OFFLINE, CardLocation.UNKNOWN)
                .with(Set.of(failure.problem()));
    }

    private static boolean isOffline(PrinterProblem problem) {
        return switch (problem) {
            case OFFLINE, UNREACHABLE, NO_ANSWER -> true;
            default -> false;
        };
    }
}
