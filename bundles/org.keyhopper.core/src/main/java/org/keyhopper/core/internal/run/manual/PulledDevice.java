package org.keyhopper.core.internal.run.manual;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.run.OutcomeRecorder;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunPhase;

/**
 * A device that was taken out in the middle of a ceremony: it is waited for until it is back and its recipient reconciled,
 * or until the operator decides otherwise. On the run's thread.
 */
final class PulledDevice {

    private final ManualRunState state;
    private final DeviceSelection device;
    private final OutcomeRecorder outcomes;
    private final Function<RecipientState, Answer<RecipientState>> reconciler;
    private final Executor run;
    private final Consumer<RunPhase> then;
    private CompletableFuture<Answer<RecipientState>> reconciliation = CompletableFuture.completedFuture(null);
    private boolean stopping;

    /**
     * Creates it for a run.
     *
     * @param reconciler settles one recipient, blocking
     * @param then goes on after a reconciliation that settled the recipient, or after the operator stopped during it
     */
    PulledDevice(
            ManualRunState state,
            OutcomeRecorder outcomes,
            Function<RecipientState, Answer<RecipientState>> reconciler,
            Executor run,
            Consumer<RunPhase> then) {
        this.state = state;
        this.device = state.device;
        this.outcomes = outcomes;
        this.reconciler = reconciler;
        this.run = run;
        this.then = then;
    }

    /** Returns whether the device of a ceremony that ended like this was taken out before it was done. */
    boolean isCauseOf(OutcomeRecord outcome) {
        boolean unfinished = outcome.outcome() == Outcome.FAILED || outcome.outcome() == Outcome.UNCLEAR;
        boolean lost = outcome.problem()
                .filter(problem -> problem.is(DeviceProblem.GONE))
                .isPresent();
        return unfinished && (lost || !device.mustBeTakenOut());
    }

    /** Waits for this device, or for a decision. */
    void await(DeviceFacts out) {
        device.pulled(out);
        state.enter(RunPhase.DEVICE_PULLED);
    }

    void devicesChanged() {
        if (state.phase() == RunPhase.PUT_BACK && device.mayBeBack()) {
            begin();
        }
    }

    /** Reconciles the current recipient, at once or as soon as a device is put in. */
    void reconcile() {
        if (device.mayBeBack()) {
            begin();
        } else {
            state.enter(RunPhase.PUT_BACK);
        }
    }

    private void begin() {
        RecipientState recipient = current();
        state.enter(RunPhase.RECONCILING);
        reconciliation = CompletableFuture.supplyAsync(
                () -> reconciler.apply(recipient),
                task -> Thread.ofPlatform().daemon().name("reconcile").start(task));
        reconciliation.whenComplete((answer, failure) -> run.execute(() -> reconciled(answer, failure)));
    }

    private void reconciled(Answer<RecipientState> answer, Throwable failure) {
        if (state.isOver()) {
            return;
        }
        Optional<Problem> problem = failure == null ? answer.failure() : Optional.of(Failures.problemOf(failure));
        if (problem.isEmpty()) {
            outcomes.readSettled(current());
        }
        RecipientState recipient = current();
        if (stopping || recipient.outcome() != Outcome.UNCLEAR) {
            end();
            then.accept(
                    recipient.outcome() == Outcome.PROVISIONED ? RunPhase.REMOVE_PROVISIONED : RunPhase.REMOVE_FAILED);
        } else {
            waitOn(problem.or(() -> recipient.last().flatMap(OutcomeRecord::problem)));
        }
    }

    private void waitOn(Optional<Problem> why) {
        boolean another = why.filter(problem -> problem.is(DeviceProblem.DIFFERENT_DEVICE))
                .isPresent();
        if (another) {
            device.ignorePresent();
        }
        state.enter(another ? RunPhase.PUT_BACK : RunPhase.DEVICE_PULLED, why);
    }

    /** The recipient may be attempted once more, also with the device that was taken out. */
    void forget() {
        device.forgetPulled();
        outcomes.reopen(current());
    }

    /** Ends the wait for it; what was put in meanwhile has to be taken out. */
    void end() {
        device.endPulled();
    }

    /** Ends the waiting, after a reconciliation under way. */
    void stop() {
        stopping = true;
        state.publish();
    }

    /** Waits for a reconciliation under way, which needs the directory until its end. */
    void awaitEnd() {
        reconciliation.handle((answer, failure) -> answer).join();
    }

    private RecipientState current() {
        return state.queue.current().orElseThrow();
    }
}
