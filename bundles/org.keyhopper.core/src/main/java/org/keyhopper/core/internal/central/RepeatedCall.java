package org.keyhopper.core.internal.central;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;

/** Repeats calls whose answer is missing, with pauses. */
record RepeatedCall(Clock clock, Duration pause) {

    /**
     * Returns the first answer that is known, or the last one before the options expire or the thread is interrupted. After a
     * call that may have been carried out, a failure is known only if Central looked at the claim.
     */
    <T> Answer<T> untilExpiry(Instant expires, Supplier<Answer<T>> call) {
        boolean maybeDone = false;
        while (true) {
            Answer<T> given = call.get();
            Answer<T> answer = maybeDone ? open(given) : given;
            maybeDone |= answer instanceof Answer.Unclear<T>;
            boolean repeats = answer instanceof Answer.Unclear<T>
                    || answer instanceof Answer.Failed<T>(Problem problem) && CentralCodes.isUnreachable(problem);
            if (!repeats || clock.instant().plus(pause).isAfter(expires) || !slept()) {
                return answer;
            }
        }
    }

    private static <T> Answer<T> open(Answer<T> answer) {
        return answer instanceof Answer.Failed<T>(Problem problem) && !CentralCodes.isVerdict(problem)
                ? Answer.unclear(problem)
                : answer;
    }

    private boolean slept() {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
