package org.keyhopper.core.internal.device;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;

/** Ends a ceremony at a step. What is left behind is known from the ceremony's state, not from here. */
public final class StepFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public StepFailure(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Returns what a directory answered, or fails with its problem; unclear counts as not done here. */
    public static <T> T unlessFailed(Answer<T> answer) throws StepFailure {
        if (answer.trouble().isPresent()) {
            throw new StepFailure(answer.trouble().get());
        }
        return answer.result().orElseThrow();
    }
}
