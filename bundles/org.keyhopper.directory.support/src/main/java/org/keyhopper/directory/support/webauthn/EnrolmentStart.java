package org.keyhopper.directory.support.webauthn;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.Pause;

/**
 * Begins enrolments at directories that keep them until they end. When no answer came one may be there, so those that wait
 * are removed before another is begun.
 *
 * @param create begins one; unclear when it may have been begun
 * @param sweep removes all of the person that wait
 */
public record EnrolmentStart(Supplier<Answer<EnrolmentOptions>> create, Supplier<Answer<Boolean>> sweep) {

    private static final int TRIES = 3;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** Returns the options; unclear only when something may be left that could not be removed. */
    public Answer<EnrolmentOptions> begin(CancellableDelay waiting) {
        Deadline deadline = Deadline.in(TIMEOUT);
        for (int tries = 1; ; tries++) {
            Answer<EnrolmentOptions> answer = create.get();
            if (!(answer instanceof Answer.Unclear<EnrolmentOptions>(Problem doubt))) {
                return answer;
            }
            Optional<Problem> left = sweep.get().failure();
            if (left.isPresent()) {
                return Answer.unclear(doubt.withDetail(doubt.detail() + "; what it left: " + left.get()));
            }
            if (tries == TRIES || !waiting.waitVisibly(new Pause(doubt, Duration.ofSeconds(tries)), deadline)) {
                return Answer.failed(doubt);
            }
        }
    }
}
