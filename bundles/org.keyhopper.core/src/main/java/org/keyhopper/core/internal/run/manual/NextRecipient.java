package org.keyhopper.core.internal.run.manual;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.directory.OutageWait;
import org.keyhopper.core.internal.directory.Outages;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunPhase;

/**
 * Takes the next recipient. While Central is out of reach it is asked on a thread of its own, so that the run can be stopped.
 * Confined to the run's thread.
 */
final class NextRecipient {

    /** After so many interruptions of one recipient in a row, Central answers some calls only. */
    private static final int MOST_INTERRUPTIONS = 3;

    private final ManualRunState state;
    private final OutageWait outages;
    private final Executor run;
    private RecipientId last;
    private int interruptions;

    NextRecipient(ManualRunState state, OutageWait outages, Executor run) {
        this.state = state;
        this.outages = outages;
        this.run = run;
    }

    /** Returns the run's thread. */
    Executor run() {
        return run;
    }

    /** Does something on the run's thread. */
    void later(Runnable task) {
        run.execute(task);
    }

    /** Returns whether the run goes on after an attempt that this ended before anything was made. */
    boolean goesOnAfter(Problem why) {
        interruptions++;
        return Outages.isOfCentral(why) && interruptions < MOST_INTERRUPTIONS;
    }

    /**
     * Takes the next recipient; ends the run when none is left, or Central refuses.
     *
     * @param begin receives the recipient on the run's thread, at once or later
     */
    void take(Consumer<RecipientState> begin) {
        Answer<Optional<RecipientState>> answer = state.queue.tryPoll();
        if (answer.failure().filter(Outages::isFor).isEmpty()) {
            taken(answer, begin);
            return;
        }
        state.enter(RunPhase.PREPARING);
        Thread.ofPlatform().daemon().name("next recipient").start(() -> {
            Answer<Optional<RecipientState>> later = asked();
            run.execute(() -> taken(later, begin));
        });
    }

    private Answer<Optional<RecipientState>> asked() {
        try {
            return outages.ask(state.queue::tryPoll);
        } catch (RuntimeException e) {
            return Answer.failed(Failures.problemOf(e));
        }
    }

    private void taken(Answer<Optional<RecipientState>> answer, Consumer<RecipientState> begin) {
        if (state.isOver()) {
            return;
        }
        Optional<Problem> failure = answer.failure();
        if (failure.isPresent()) {
            state.halt(failure.get());
        } else {
            answer.result()
                    .orElseThrow()
                    .ifPresentOrElse(next -> begin(next, begin), () -> state.enter(RunPhase.COMPLETED));
        }
    }

    private void begin(RecipientState recipient, Consumer<RecipientState> begin) {
        if (!recipient.id().equals(last)) {
            last = recipient.id();
            interruptions = 0;
        }
        begin.accept(recipient);
    }
}
