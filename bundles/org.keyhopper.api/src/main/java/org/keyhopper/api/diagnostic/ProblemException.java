package org.keyhopper.api.diagnostic;

import java.util.Objects;

/** The base of exceptions whose reason is a {@link Problem}; the subclass says what did not happen. */
public abstract class ProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    protected ProblemException(Problem problem) {
        this(problem, null);
    }

    protected ProblemException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = Objects.requireNonNull(problem);
    }

    public final Problem problem() {
        return problem;
    }
}
