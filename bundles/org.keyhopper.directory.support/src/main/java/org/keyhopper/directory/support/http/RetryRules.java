package org.keyhopper.directory.support.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.network.NetworkProblem;

/**
 * When a request is sent again, and after how long. The only place that decides it. 429 says that nothing was done, so
 * even a request that must be sent once is sent again; after 5xx or silence only a repeatable one is.
 */
public final class RetryRules {

    static final int THROTTLED_TRIES = 12;
    static final int TROUBLED_TRIES = 4;
    static final int UNANSWERED_TRIES = 3;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final double JITTER = 0.2;

    private final Clock clock;
    private final DoubleSupplier random;

    /** @param random yields 0 to 1, so that many stations do not come back at the same instant */
    public RetryRules(Clock clock, DoubleSupplier random) {
        this.clock = clock;
        this.random = random;
    }

    /** Returns the pause before the next try after {@code tries} tries, or empty when the answer stands. */
    public Optional<Pause> pauseAfter(ApiRequest request, Answer<ApiResponse> answer, int tries) {
        return switch (answer) {
            case Answer.Done<ApiResponse>(ApiResponse response) -> afterResponse(request, response, tries);
            case Answer.Failed<ApiResponse>(Problem problem)
            when tries < UNANSWERED_TRIES && mayPass(problem) -> Optional.of(new Pause(problem, backOff(tries)));
            case Answer.Failed<ApiResponse> givenUp -> Optional.empty();
            case Answer.Unclear<ApiResponse> mayBeDone -> Optional.empty();
        };
    }

    /** What the way to the service lacks stays that way until a setting is changed; a body that is too long stays long. */
    private static boolean mayPass(Problem problem) {
        return !problem.is(NetworkProblem.PROXY_SIGN_IN)
                && !problem.is(NetworkProblem.CERTIFICATE_NOT_TRUSTED)
                && !problem.is(DirectoryProblem.UNREADABLE_ANSWER);
    }

    private Optional<Pause> afterResponse(ApiRequest request, ApiResponse response, int tries) {
        if (response.status() == 429 && tries < THROTTLED_TRIES) {
            return Optional.of(new Pause(Problem.of(DirectoryProblem.THROTTLED), asked(response, tries)));
        }
        boolean repeatable = request.effect() == Effect.IDEMPOTENT && response.status() != 501;
        if (response.isInconclusive() && repeatable && tries < TROUBLED_TRIES) {
            Problem trouble = Problem.of(DirectoryProblem.SERVER_ERROR, Integer.toString(response.status()));
            return Optional.of(new Pause(trouble, asked(response, tries)));
        }
        return Optional.empty();
    }

    private Duration asked(ApiResponse response, int tries) {
        return response.header("Retry-After")
                .flatMap(text -> retryAfter(text, response.serverTime().orElseGet(clock::instant)))
                .map(this::andABit)
                .orElseGet(() -> backOff(tries));
    }

    /** Reads Retry-After: seconds or an HTTP date (RFC 9110 section 10.2.3). */
    static Optional<Duration> retryAfter(String text, Instant now) {
        String value = text.strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return ApiResponse.httpDate(value)
                .map(date -> Duration.between(now, date))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private Duration andABit(Duration asked) {
        return asked.plusMillis(Math.round((asked.toMillis() * JITTER + 100) * random.getAsDouble()));
    }

    private Duration backOff(int tries) {
        Duration full = FIRST.multipliedBy(1L << Math.min(tries - 1, 10));
        Duration capped = full.compareTo(LONGEST) < 0 ? full : LONGEST;
        return Duration.ofMillis(Math.round(capped.toMillis() * (0.75 + 0.5 * random.getAsDouble())));
    }
}
