package org.keyhopper.api.printer;

import java.io.IOException;
import java.util.Objects;
import org.keyhopper.api.diagnostic.Problem;

/** A printer did not do what it was asked for. */
public final class PrinterException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FailureKind trouble;
    private final transient Problem problem;

    public PrinterException(FailureKind trouble, Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.trouble = Objects.requireNonNull(trouble);
        this.problem = problem;
    }

    /** With the trouble that this problem usually means. */
    public static PrinterException of(PrinterProblem code, String... arguments) {
        return new PrinterException(code.trouble(), Problem.of(code, arguments), null);
    }

    /** With the printer's own words, or those of the operating system. */
    public PrinterException withDetail(String words) {
        return new PrinterException(trouble, problem.withDetail(words), getCause());
    }

    /** With another meaning for the run than this problem usually has. */
    public PrinterException meaning(FailureKind other) {
        return new PrinterException(other, problem, getCause());
    }

    /** With the failure behind it. */
    public PrinterException causedBy(Throwable cause) {
        return new PrinterException(trouble, problem, cause);
    }

    public FailureKind trouble() {
        return trouble;
    }

    public Problem problem() {
        return problem;
    }
}
