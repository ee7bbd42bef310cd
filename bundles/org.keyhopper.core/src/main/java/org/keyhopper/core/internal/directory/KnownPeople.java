package org.keyhopper.core.internal.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryUser;

/**
 * What a directory answered about people a short time ago, so that a run does not ask again. Each answer is given once, and
 * only while it is fresh. Any thread.
 */
public final class KnownPeople {

    private static final Duration FRESH = Duration.ofMinutes(5);

    /** More people than have their turn while an answer is fresh; the others are looked up when it is theirs. */
    private static final int MOST = 1000;

    private final Clock clock;
    private final Map<String, Known> answers = new HashMap<>();

    private record Known(Answer<DirectoryUser> answer, Instant at) {}

    public KnownPeople(Clock clock) {
        this.clock = clock;
    }

    /** Keeps an answer, unless there are too many already. */
    public synchronized void put(String reference, Answer<DirectoryUser> answer) {
        if (answers.size() < MOST) {
            answers.put(reference, new Known(answer, clock.instant()));
        }
    }

    synchronized Optional<Answer<DirectoryUser>> take(String reference) {
        return Optional.ofNullable(answers.remove(reference))
                .filter(known -> known.at().plus(FRESH).isAfter(clock.instant()))
                .map(Known::answer);
    }
}
