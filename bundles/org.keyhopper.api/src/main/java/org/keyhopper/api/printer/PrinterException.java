package org.keyhopper.api.printer;

import java.io.IOException;
import java.util.Objects;
import org.keyhopper.api.diagnostic.Problem;

/** Thrown when a printer operation fails. */
public final class PrinterException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final transient Problem problem;

    public PrinterException(FailureKind kind, Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.kind = Objects.requireNonNull(kind);
        this.problem = problem;
    }

    /** Returns an exception with the default failure kind of the problem. */
    public static PrinterException of(PrinterProblemCode code, String... arguments) {
        return new PrinterException(code.kind(), Problem.of(code, arguments), null);
    }

    /** Returns a copy with the verbatim message of the printer or the operating system. */
    public PrinterException withDetail(String words) {
        return new PrinterException(kind, problem.withDetail(words), getCause());
    }

    /** Returns a copy with a failure kind other than the problem's default. */
    public PrinterException withKind(FailureKind other) {
        return new PrinterException(other, problem, getCause());
    }

    /** Returns a copy with the given cause. */
    public PrinterException causedBy(Throwable cause) {
        return new PrinterException(kind, problem, cause);
    }

    public FailureKind kind() {
        return kind;
    }

    public Problem problem() {
        return problem;
    }
}
