package org.keyhopper.directory.support.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;

/** Something that is read seldom and asked for often, such as a policy. Thread-safe; one reads, others wait. */
public final class CachedValue<T> {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Clock clock;
    private final Supplier<Answer<Optional<T>>> source;
    private Optional<T> value = Optional.empty();
    private Instant stale = Instant.MIN;

    /** @param source reads it; empty when we may not */
    public CachedValue(Clock clock, Supplier<Answer<Optional<T>>> source) {
        this.clock = clock;
        this.source = source;
    }

    /** Returns it, or empty when we may not read it. A failure is not remembered. */
    public synchronized Answer<Optional<T>> get() {
        if (clock.instant().isBefore(stale)) {
            return Answer.done(value);
        }
        Answer<Optional<T>> answer = source.get();
        answer.result().ifPresent(read -> {
            value = read;
            stale = clock.instant().plus(FRESH);
        });
        return answer;
    }

    /** Forgets what was read, since the directory has just decided otherwise. */
    public synchronized void forget() {
        stale = Instant.MIN;
    }
}
