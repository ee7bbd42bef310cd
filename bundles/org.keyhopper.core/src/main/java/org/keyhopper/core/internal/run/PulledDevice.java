package org.keyhopper.core.internal.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunPhase;

/**
 * A device that was taken out in the middle of a ceremony: it is waited for until it is back and its recipient reconciled,
 * or until the operator decides otherwise. On the run's thread.
 */
final class PulledDevice {

    private final RecipientQueue turns;
    private final DeviceSelection device;
    private final ManualRunState view;
    private final OutcomeRecorder ledger;
    private final BiFunction<ProvisioningRequest, RecipientState, Answer<RecipientState>> reconciler;
    private final Executor run;
    private final Consumer<RunPhase> then;
    private CompletableFuture<Answer<RecipientState>> reconciliation = CompletableFuture.completedFuture(null);
    private boolean stopping;

    /**
     * Makes it for a run.
     *
     * @param reconciler settles one recipient, blocking
     * @param then goes on after a reconciliation that settled the recipient, or after the operator stopped during it
     */
    PulledDevice(
            RecipientQueue turns,
            DeviceSelection device,
            ManualRunState view,
            OutcomeRecorder ledger,
            BiFunction<ProvisioningRequest, RecipientState, Answer<RecipientState>> reconciler,
            Executor run,
            Consumer<RunPhase> then) {
        this.turns = turns;
        this.device = device;
        this.view = view;
        this.ledger = ledger;
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
        view.enter(RunPhase.DEVICE_PULLED);
    }

    void devicesChanged() {
        if (view.phase() == RunPhase.PUT_BACK && device.mayBeBack()) {
            begin();
        }
    }

    /** Reconciles the current recipient, at once or as soon as a device is put in. */
    void reconcile() {
        if (device.mayBeBack()) {
            begin();
        } else {
            view.enter(RunPhase.PUT_BACK);
        }
    }

    private void begin() {
        ProvisioningRequest request = turns.request();
        RecipientState recipient = turns.current().orElseThrow();
        view.enter(RunPhase.RECONCILING);
        reconciliation = CompletableFuture.supplyAsync(
                () -> reconciler.apply(request, recipient),
                task -> Thread.ofPlatform().daemon().name("reconcile").start(task));
        reconciliation.whenComplete((answer, failure) -> run.execute(() -> reconciled(answer, failure)));
    }

    private void reconciled(Answer<RecipientState> answer, Throwable failure) {
        if (view.isOver()) {
            return;
        }
        Optional<Problem> trouble = failure == null ? answer.trouble() : Optional.of(Failures.problemOf(failure));
        if (trouble.isEmpty()) {
            ledger.takeOver();
        }
        RecipientState recipient = turns.current().orElseThrow();
        if (stopping || recipient.outcome() != Outcome.UNCLEAR) {
            end();
            then.accept(
                    recipient.outcome() == Outcome.PROVISIONED ? RunPhase.REMOVE_PROVISIONED : RunPhase.REMOVE_FAILED);
        } else {
            waitOn(trouble.or(() -> recipient.last().flatMap(OutcomeRecord::problem)));
        }
    }

    private void waitOn(Optional<Problem> why) {
        boolean another = why.filter(problem -> problem.is(DeviceProblem.DIFFERENT_DEVICE))
                .isPresent();
        if (another) {
            device.ignorePresent();
        }
        view.enter(another ? RunPhase.PUT_BACK : RunPhase.DEVICE_PULLED, why);
    }

    /** The recipient may be attempted once more, also with the device that was taken out. */
    void forget() {
        device.forgetPulled();
        ledger.reopen();
    }

    /** It is waited for no more, and what was put in meanwhile has to be taken out. */
    void end() {
        device.endPulled();
    }

    /** Ends the waiting, after a reconciliation under way. */
    void stop() {
        stopping = true;
        view.publish();
    }

    /** Waits for a reconciliation under way, which needs the directory until its end. */
    void awaitEnd() {
        reconciliation.handle((answer, failure) -> answer).join();
    }
}
