package org.keyhopper.directory.support.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;

/** Repeats a read that finds nothing for up to a minute: directories answer from replicas that lag behind by seconds. */
public final class EventualRead {

    private static final List<Integer> SECONDS_BETWEEN = List.of(1, 2, 3, 4, 5, 5);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final CancellableDelay waiting;

    public EventualRead(CancellableDelay waiting) {
        this.waiting = waiting;
    }

    /** Reads until something is found; fails with {@code absent} when nothing is. */
    public <T> Answer<T> await(Problem absent, Supplier<Answer<Optional<T>>> look) {
        Deadline deadline = Deadline.in(TIMEOUT);
        Answer<Optional<T>> seen = look.get();
        for (int seconds : SECONDS_BETWEEN) {
            boolean nothing = seen.result().filter(Optional::isEmpty).isPresent();
            if (!nothing || !waiting.waitVisibly(new Pause(absent, Duration.ofSeconds(seconds)), deadline)) {
                break;
            }
            seen = look.get();
        }
        return seen.flatMap(found -> found.map(Answer::done).orElseGet(() -> Answer.failed(absent)));
    }
}
