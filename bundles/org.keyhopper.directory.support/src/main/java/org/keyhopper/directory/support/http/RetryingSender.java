package org.keyhopper.directory.support.http;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.transport.Deadline;

/**
 * Sends again where {@link RetryRules} allow it. After the last attempt the answer is returned as it is: a 429 or 503
 * response is for the connector to turn into a problem.
 */
public final class RetryingSender implements Sender {

    private final Sender sender;
    private final RetryRules rules;
    private final CancellableDelay waiting;

    public RetryingSender(Sender sender, CancellableDelay waiting) {
        this(sender, waiting, new RetryRules(Clock.systemUTC(), () -> ThreadLocalRandom.current()
                .nextDouble()));
    }

    public RetryingSender(Sender sender, CancellableDelay waiting, RetryRules rules) {
        this.sender = sender;
        this.waiting = waiting;
        this.rules = rules;
    }

    @Override
    public Answer<ApiResponse> send(ApiRequest request, Deadline deadline) {
        for (int tries = 1; ; tries++) {
            Answer<ApiResponse> answer = sender.send(request, deadline);
            Optional<Pause> pause = rules.pauseAfter(request, answer, tries);
            if (pause.isEmpty() || !waiting.waitVisibly(pause.get(), deadline)) {
                return answer;
            }
        }
    }
}
