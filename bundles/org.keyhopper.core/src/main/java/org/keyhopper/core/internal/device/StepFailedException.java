package org.keyhopper.core.internal.device;

import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemException;

/** Ends a step of a ceremony or of a reset. The ceremony's state, not the failure, says what is left behind. */
public final class StepFailedException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public StepFailedException(Problem problem) {
        super(problem);
    }

    /** Returns a directory's result, or fails with its problem; an unclear answer fails, too. */
    public static <T> T unlessFailed(Answer<T> answer) throws StepFailedException {
        if (answer.failure().isPresent()) {
            throw new StepFailedException(answer.failure().get());
        }
        return answer.result().orElseThrow();
    }
}
