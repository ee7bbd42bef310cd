package org.keyhopper.core.internal.run.manual;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.core.internal.ceremony.Ceremony;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.directory.Outages;
import org.keyhopper.core.internal.run.DeviceEligibility;
import org.keyhopper.core.internal.run.DirectoryWideProblems;
import org.keyhopper.core.internal.run.OutcomeRecorder;
import org.keyhopper.core.internal.run.Prefetched;
import org.keyhopper.core.internal.run.Prefetcher;
import org.keyhopper.core.internal.run.RecipientQueue;
import org.keyhopper.core.internal.run.RunServices;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunEvent.Movement;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;

/**
 * The manual run as a state machine: the current recipient, their device and the next phase. Every method is called on the
 * run's thread; what takes time is done elsewhere and comes back as a call.
 */
final class ManualStateMachine implements AutoCloseable {

    private final RecipientQueue queue;
    private final DeviceSelection device;
    private final ManualRunState state;
    private final Directory directory;
    private final NextRecipient next;
    private final Prefetcher users;
    private final OutcomeRecorder outcomes;
    private final CeremonyRunner ceremonies;
    private final DeviceAcquisition acquisition;
    private final PulledDevice pulled;

    private DirectoryUser user;
    /** What the ceremony under way, or the last one, works on. */
    private DeviceFacts workedOn;

    private boolean stopping;

    ManualStateMachine(RunServices services, ManualRunState state, Directory directory, NextRecipient next) {
        this.queue = state.queue;
        this.device = state.device;
        this.state = state;
        this.directory = directory;
        this.next = next;
        Executor run = next.run();
        this.users = Prefetcher.ofUsers(directory, services.clock());
        this.outcomes = new OutcomeRecorder(services, queue, settled -> state.report(new RunEvent.Settled(settled)));
        this.ceremonies = new CeremonyRunner(services, state, run);
        this.acquisition =
                new DeviceAcquisition(services.devices(), state, run, () -> Ceremony.plan(order(Treatment.AS_IT_IS)));
        this.pulled = new PulledDevice(
                state,
                outcomes,
                it -> services.reconciler().reconcile(queue.claimOn(it), queue.request(), it, directory),
                run,
                this::awaitRemoval);
    }

    /** Closes the directory, after the ceremony under way. */
    @Override
    public void close() {
        acquisition.end();
        ceremonies.awaitEnd();
        pulled.awaitEnd();
        users.close();
        directory.close();
    }

    void nextTurn() {
        if (stopping && queue.hasMore()) {
            state.halt(Problem.of(RunProblem.STOPPED));
            return;
        }
        state.progress.clear();
        device.forgetFacts();
        queue.current().ifPresent(queue::release);
        next.take(this::begin);
    }

    private void begin(RecipientState recipient) {
        state.enter(RunPhase.PREPARING);
        state.report(new RunEvent.Turn(recipient));
        users.of(recipient).whenComplete((found, failure) -> next.later(() -> lookedUp(recipient, found, failure)));
        users.prepare(queue.next(1));
    }

    private void lookedUp(RecipientState recipient, Prefetched found, Throwable failure) {
        if (state.isOver() || !queue.isCurrent(recipient)) {
            return;
        }
        Optional<Problem> problem = failure == null ? found.user().failure() : Optional.of(Failures.problemOf(failure));
        if (problem.isEmpty()) {
            user = found.user().result().orElseThrow();
            acquisition.begin();
        } else if (DirectoryWideProblems.endLookUps(problem.get())) {
            state.halt(problem.get());
        } else {
            outcomes.settle(recipient, Outcome.FAILED, problem.get());
            nextTurn();
        }
    }

    void devicesChanged(DevicesSnapshot snapshot) {
        device.update(snapshot);
        switch (state.phase()) {
            case REMOVE_PROVISIONED, REMOVE_FAILED -> {
                if (!device.mustBeTakenOut()) {
                    nextTurn();
                }
            }
            case DEVICE_PULLED, PUT_BACK, RECONCILING -> pulled.devicesChanged();
            default -> acquisition.devicesChanged();
        }
    }

    DeviceAcquisition acquisition() {
        return acquisition;
    }

    void choose(Choice choice) {
        if (!state.allows(choice)) {
            return;
        }
        switch (choice) {
            case TOUCH_TO_CHOOSE -> acquisition.awaitTouch();
            case PROVISION -> provision(Treatment.AS_IT_IS);
            case RESET_AND_PROVISION -> provision(Treatment.RESET_FIRST);
            case SKIP_USER -> skip();
            case NEXT_USER -> leaveDevice(Outcome.SKIPPED, Problem.of(RunProblem.PASSED_OVER));
            case FAIL_USER -> leaveDevice(Outcome.FAILED, DeviceEligibility.reasonAgainst(device.facts()));
            case TRY_NEW_DEVICE -> tryNewDevice();
            case TRY_AGAIN -> {
                pulled.forget();
                acquisition.begin();
            }
            case RECONCILE -> pulled.reconcile();
            case SET_ASIDE -> {
                pulled.end();
                nextTurn();
            }
            case STOP -> stop();
        }
    }

    /** Makes a recipient the current one, unless a device is being worked on or the recipient cannot be taken. */
    void goTo(int position) {
        if (state.canGoElsewhere() && queue.goTo(position)) {
            acquisition.end();
            nextTurn();
        }
    }

    private void skip() {
        if (state.phase() == RunPhase.WORKING) {
            ceremonies.interrupt(RunProblem.SKIPPED);
        } else {
            settle(Outcome.SKIPPED, Problem.of(RunProblem.SKIPPED));
        }
    }

    private void leaveDevice(Outcome outcome, Problem reason) {
        device.doneWithCurrent();
        settle(outcome, reason);
    }

    /** Settles the current recipient without a ceremony. */
    private void settle(Outcome outcome, Problem reason) {
        acquisition.end();
        outcomes.settle(current(), outcome, reason);
        users.forget(current());
        awaitRemoval(RunPhase.REMOVE_FAILED);
    }

    /** Goes on with the next recipient, or completes the run, when the device is out. */
    private void awaitRemoval(RunPhase phase) {
        if (device.mustBeTakenOut() && !stopping) {
            state.enter(phase);
            if (queue.hasMore()) {
                state.report(new RunEvent.Waiting(Movement.REMOVE));
            }
        } else {
            nextTurn();
        }
    }

    private void tryNewDevice() {
        device.doneWithCurrent();
        if (state.phase() == RunPhase.REMOVE_FAILED) {
            outcomes.reopen(current());
        }
        acquisition.begin();
    }

    private void stop() {
        stopping = true;
        if (state.phase() == RunPhase.WORKING) {
            ceremonies.interrupt(RunProblem.STOPPED);
            state.publish();
        } else if (state.phase() == RunPhase.RECONCILING) {
            pulled.stop();
        } else if (queue.current().filter(queue::isSettled).isPresent()) {
            nextTurn();
        } else {
            state.halt(Problem.of(RunProblem.STOPPED));
        }
    }

    private CeremonyOrder order(Treatment treatment) {
        return new CeremonyOrder(
                current(),
                user,
                queue.request().profile(),
                queue.request().directory(),
                directory,
                device.facts().orElseThrow(),
                treatment);
    }

    private void provision(Treatment treatment) {
        workedOn = device.facts().orElseThrow();
        device.doneWith(workedOn.link().id());
        state.enter(RunPhase.WORKING);
        ceremonies.start(order(treatment), this::finished);
    }

    private void finished(OutcomeRecord outcome, Throwable failure) {
        if (state.isOver()) {
            return;
        }
        users.forget(current());
        state.progress.over();
        if (failure != null) {
            endedByFault(Failures.problemOf(failure));
        } else if (Outages.isWithoutTrace(outcome)) {
            outcomes.reopen(current());
            Problem why = outcome.problem().filter(it -> !stopping).orElseGet(() -> Problem.of(RunProblem.STOPPED));
            if (next.goesOnAfter(why)) {
                device.mayBeUsedAgain(workedOn.link().id());
                nextTurn();
            } else {
                state.halt(why);
            }
        } else {
            settled(outcome);
        }
    }

    private void settled(OutcomeRecord outcome) {
        outcomes.readSettled(current());
        if (!stopping && pulled.isCauseOf(outcome)) {
            pulled.await(workedOn);
            return;
        }
        Optional<Problem> problem = outcome.problem().filter(DirectoryWideProblems::contain);
        if (problem.isPresent() && queue.hasMore()) {
            state.halt(problem.get());
        } else {
            boolean good = outcome.outcome() == Outcome.PROVISIONED;
            awaitRemoval(good ? RunPhase.REMOVE_PROVISIONED : RunPhase.REMOVE_FAILED);
            acquisition.identifyAfter(outcome);
        }
    }

    /** The device could not even be opened, so that nothing happened, or store or product failed: the journal knows. */
    private void endedByFault(Problem problem) {
        if (problem.is(RunProblem.CLAIM_LOST)) {
            state.halt(problem);
        } else if (outcomes.stored(current()).outcome() == Outcome.UNCLEAR) {
            outcomes.readSettled(current());
            state.halt(problem);
        } else if (problem.is(RunProblem.STORE_FAILED)) {
            state.halt(problem);
        } else if (problem.is(DeviceProblem.GONE) && !stopping) {
            outcomes.settle(current(), Outcome.FAILED, problem);
            pulled.await(workedOn);
        } else {
            settle(Outcome.FAILED, problem);
        }
    }

    private RecipientState current() {
        return queue.current().orElseThrow();
    }
}
