package org.keyhopper.printer.evolis.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;

/**
 * Paces the attempts at a printer that refuses commands temporarily, and decides when the operator is needed. Not
 * thread-safe.
 */
final class CommandRetry {

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    /** The printer drops a session that is unused for this long: a session held longer is in use. */
    private static final Duration MAX_SESSION = Duration.ofSeconds(45);

    private final InstantSource clock;
    private final Sleeper sleeper;
    private Instant firstRefusal = Instant.EPOCH;
    private Optional<Refusal> last = Optional.empty();

    private record Refusal(PrinterProblem problem, String words, Instant at) {}

    /** Sleeps; replaced in tests. */
    @FunctionalInterface
    interface Sleeper {
        void pause(Duration time, Deadline deadline) throws InterruptedException;
    }

    CommandRetry(InstantSource clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    boolean wereRefused() {
        return last.isPresent();
    }

    void succeeded() {
        last = Optional.empty();
    }

    /** Nothing was executed. */
    PrinterException refused(PrinterProblem problem, String words) {
        Instant now = clock.instant();
        firstRefusal = last.isPresent() ? firstRefusal : now;
        Refusal refusal = new Refusal(problem, words, now);
        last = Optional.of(refusal);
        return exception(refusal);
    }

    /** Retrying immediately would only disturb the other program. Fails with the refusal if no time is left. */
    void awaitNext(Deadline deadline) throws PrinterException, InterruptedException {
        if (last.isPresent()) {
            Duration left = INTERVAL.minus(Duration.between(last.get().at(), clock.instant()));
            if (left.isPositive()) {
                sleeper.pause(left, deadline);
            }
            if (deadline.hasPassed()) {
                throw exception(last.get());
            }
        }
    }

    private PrinterException exception(Refusal refusal) {
        boolean tooLong = Duration.between(firstRefusal, clock.instant()).compareTo(MAX_SESSION) > 0;
        return PrinterException.of(refusal.problem())
                .withDetail(refusal.words())
                .withKind(tooLong ? FailureKind.OPERATOR_NEEDED : FailureKind.BUSY);
    }
}
