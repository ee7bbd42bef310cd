package org.keyhopper.core.internal.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.directory.OutagePauses;

/**
 * Repeats a question while the directory is out, with growing pauses, until it is answered, the run stops, or the outage
 * has lasted too long. Only for questions that change nothing. Any thread; the threads of one run share one outage.
 */
public final class OutageWait {

    private static final Duration SLICE = Duration.ofMillis(200);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** @param limit how long an outage may last; empty where an operator decides that */
    public record Rules(OutagePauses pauses, Optional<Duration> limit, Clock clock) {}

    private final Rules rules;
    private final BooleanSupplier stopped;
    private final OutageListener listener;

    /** Guarded by this. */
    private Instant since;

    private Deadline end;

    /** The one thread that reports, so that notices do not alternate. */
    private Thread reporter;

    public OutageWait(Rules rules, BooleanSupplier stopped, OutageListener listener) {
        this.rules = rules;
        this.stopped = stopped;
        this.listener = listener;
    }

    /** Returns the first answer that is no outage, or the last one when it is not waited any longer. */
    public <T> Answer<T> ask(Supplier<Answer<T>> question) {
        for (int tries = 1; ; tries++) {
            Answer<T> answer = question.get();
            if (!(answer instanceof Answer.Failed<T>(Problem problem)) || !Outages.isFor(problem)) {
                answered();
                return answer;
            }
            if (!nextTry(problem, tries)) {
                return answer;
            }
        }
    }

    /** The directory answered a question. */
    public void answered() {
        synchronized (this) {
            since = null;
            end = null;
            reporter = null;
            notifyAll();
        }
        listener.isBack();
    }

    /** Waits for the next try; returns whether there is one. */
    private boolean nextTry(Problem cause, int tries) {
        Instant began = began();
        Deadline next = Deadline.in(rules.pauses().after(tries));
        long shown = -1;
        while (!stopped.getAsBoolean() && !hasLastedTooLong()) {
            if (next.hasPassed() || !isSince(began)) {
                return true;
            }
            long seconds = 1 + next.remaining().toSeconds();
            if (seconds != shown && isReporter()) {
                listener.isOut(notice(cause, began, seconds), shown < 0);
                shown = seconds;
            }
            if (!slept(next)) {
                return false;
            }
        }
        return false;
    }

    private synchronized Instant began() {
        if (since == null) {
            since = rules.clock().instant();
            end = rules.limit().map(Deadline::in).orElse(null);
            reporter = Thread.currentThread();
        }
        return since;
    }

    private synchronized boolean isSince(Instant began) {
        return began.equals(since);
    }

    private synchronized boolean isReporter() {
        return Thread.currentThread().equals(reporter) || (reporter != null && !reporter.isAlive());
    }

    private synchronized boolean hasLastedTooLong() {
        return end != null && end.hasPassed();
    }

    private synchronized boolean slept(Deadline next) {
        try {
            wait(Math.clamp(next.remaining().toMillis(), 1, SLICE.toMillis()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Problem notice(Problem cause, Instant since, long seconds) {
        String time = TIME.format(since.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
        return Problem.of(Outages.noticeOf(cause), cause.code().id(), time, Long.toString(seconds))
                .withDetail(cause.toString());
    }
}
