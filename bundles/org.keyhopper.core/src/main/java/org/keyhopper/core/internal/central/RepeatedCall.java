package org.keyhopper.core.internal.central;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;

/** Repeats calls whose answer is missing, with pauses. */
record RepeatedCall(Clock clock, Duration pause) {

    /** Returns the first answer that is known, or the last one before the options expire or the thread is interrupted. */
    <T> Answer<T> untilExpiry(Instant expires, Supplier<Answer<T>> call) {
        while (true) {
            Answer<T> answer = call.get();
            boolean repeats = answer instanceof Answer.Unclear<T>
                    || answer instanceof Answer.Failed<T>(Problem problem) && CentralCodes.isUnreachable(problem);
            if (!repeats || clock.instant().plus(pause).isAfter(expires) || !slept()) {
                return answer;
            }
        }
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
