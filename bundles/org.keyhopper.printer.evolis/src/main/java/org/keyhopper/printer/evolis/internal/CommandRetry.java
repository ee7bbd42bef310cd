package org.keyhopper.printer.evolis.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;

/** Paces the attempts at a printer that takes no command for now, and says when a person is needed. One thread. */
final class Attempts {

    private static final Duration BETWEEN = Duration.ofSeconds(3);

    /** The printer drops a session that is not used for this long: whoever still holds it then means to. */
    private static final Duration LONGEST_SESSION = Duration.ofSeconds(45);

    private final InstantSource clock;
    private final Waiting waiting;
    private Instant since = Instant.EPOCH;
    private Optional<Refusal> last = Optional.empty();

    private record Refusal(PrinterProblem problem, String words, Instant at) {}

    /** Waits; replaced in tests. */
    @FunctionalInterface
    interface Waiting {
        void pause(Duration time, Deadline deadline) throws InterruptedException;
    }

    Attempts(InstantSource clock, Waiting waiting) {
        this.clock = clock;
        this.waiting = waiting;
    }

    boolean wereRefused() {
        return last.isPresent();
    }

    void succeeded() {
        last = Optional.empty();
    }

    /** Nothing was begun. */
    PrinterException refused(PrinterProblem problem, String words) {
        Instant now = clock.instant();
        since = last.isPresent() ? since : now;
        Refusal refusal = new Refusal(problem, words, now);
        last = Optional.of(refusal);
        return standing(refusal);
    }

    /** Whoever tries again at once only disturbs the other program. Without time left for it the refusal stands. */
    void awaitNext(Deadline deadline) throws PrinterException, InterruptedException {
        if (last.isPresent()) {
            Duration left = BETWEEN.minus(Duration.between(last.get().at(), clock.instant()));
            if (left.isPositive()) {
                waiting.pause(left, deadline);
            }
            if (deadline.hasPassed()) {
                throw standing(last.get());
            }
        }
    }

    private PrinterException standing(Refusal refusal) {
        boolean tooLong = Duration.between(since, clock.instant()).compareTo(LONGEST_SESSION) > 0;
        return PrinterException.of(refusal.problem())
                .withDetail(refusal.words())
                .meaning(tooLong ? FailureKind.OPERATOR_NEEDED : FailureKind.BUSY);
    }
}
