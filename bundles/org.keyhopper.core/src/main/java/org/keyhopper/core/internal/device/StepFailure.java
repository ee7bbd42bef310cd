package org.keyhopper.core.internal.device;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;

/** Ends a step of a ceremony or of a reset. The ceremony's state, not the failure, says what is left behind. */
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

    /** Returns a directory's result, or fails with its problem; an unclear answer fails, too. */
    public static <T> T unlessFailed(Answer<T> answer) throws StepFailure {
        if (answer.failure().isPresent()) {
            throw new StepFailure(answer.failure().get());
        }
        return answer.result().orElseThrow();
    }
}
