package org.keyhopper.core.internal.run;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.core.internal.ceremony.Ceremony;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.directory.Outages;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunEvent.Movement;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunProblem;

/**
 * The manual run as a state machine: whose turn, which device, what next. Every method is called on the run's thread;
 * waiting is done elsewhere and comes back as a call.
 */
final class ManualStateMachine implements AutoCloseable {

    private final RecipientQueue turns;
    private final DeviceSelection device;
    private final ManualRunState view;
    private final Directory directory;
    private final Executor run;
    private final UserPrefetcher lookups;
    private final OutcomeRecorder ledger;
    private final CeremonyRunner workbench;
    private final DeviceAcquisition seeking;
    private final Reidentification secondLook;

    private final PulledDevice pulled;

    private DirectoryUser user;

    /** What the ceremony under way, or the last one, works on. */
    private DeviceFacts inHand;

    private boolean stopping;
    private boolean directoryOut;

    ManualStateMachine(
            RunServices parts,
            RecipientQueue turns,
            DeviceSelection device,
            ManualRunState view,
            Directory directory,
            Executor run) {
        this.turns = turns;
        this.device = device;
        this.view = view;
        this.directory = directory;
        this.run = run;
        this.lookups = new UserPrefetcher(directory.people());
        this.ledger = new OutcomeRecorder(parts, turns, view);
        this.workbench = new CeremonyRunner(parts.devices(), parts.ceremonies(), run);
        this.seeking = new DeviceAcquisition(
                parts.devices(),
                turns,
                device,
                view,
                run,
                () -> Ceremony.plan(order(CeremonyOrder.Treatment.AS_IT_IS)));
        this.pulled = new PulledDevice(
                turns,
                device,
                view,
                ledger,
                (request, recipient) -> parts.reconciler().reconcile(parts.lease(), request, recipient, directory),
                run,
                this::awaitRemoval);
        this.secondLook = new Reidentification(parts.devices(), device, view, run);
    }

    /** Lets go of the directory, after the ceremony in hand. */
    @Override
    public void close() {
        seeking.end();
        workbench.awaitEnd();
        pulled.awaitEnd();
        lookups.close();
        directory.close();
    }

    void nextTurn() {
        if (stopping && turns.hasMore()) {
            view.halt(Problem.of(RunProblem.STOPPED));
            return;
        }
        view.progress.clear();
        device.forgetFacts();
        turns.advance().ifPresentOrElse(this::begin, () -> view.enter(RunPhase.COMPLETED));
    }

    private void begin(RecipientState recipient) {
        view.enter(RunPhase.PREPARING);
        view.tell(new RunEvent.Turn(recipient));
        lookups.of(recipient)
                .whenComplete((answer, failure) -> run.execute(() -> lookedUp(recipient, answer, failure)));
        turns.upcoming().ifPresent(lookups::ahead);
    }

    private void lookedUp(RecipientState recipient, Answer<DirectoryUser> answer, Throwable failure) {
        if (view.isOver() || !isCurrent(recipient)) {
            return;
        }
        Optional<Problem> trouble = failure == null ? answer.trouble() : Optional.of(Failures.problemOf(failure));
        if (trouble.isEmpty()) {
            user = answer.result().orElseThrow();
            seeking.begin();
        } else if (DirectoryWideProblems.isAtLookUp(trouble.get())) {
            view.halt(trouble.get());
        } else {
            ledger.settle(Outcome.FAILED, trouble.get());
            nextTurn();
        }
    }

    /** Nothing moves until it is back, unless a device is waited for or worked on meanwhile. */
    void directoryIsOut(Problem notice, boolean news) {
        if (view.isOver()) {
            return;
        }
        if (view.phase() == RunPhase.PREPARING || view.phase() == RunPhase.DIRECTORY_OUT) {
            view.enter(RunPhase.DIRECTORY_OUT, Optional.of(notice));
        } else {
            view.notice(Optional.of(notice));
        }
        if (news) {
            directoryOut = true;
            view.tell(new RunEvent.DirectoryOut(notice));
        }
    }

    void directoryIsBack() {
        if (view.isOver()) {
            return;
        }
        if (view.phase() == RunPhase.DIRECTORY_OUT) {
            view.enter(RunPhase.PREPARING);
        }
        view.directoryAnswers();
        if (directoryOut) {
            directoryOut = false;
            view.tell(new RunEvent.DirectoryBack());
        }
    }

    void devicesChanged(DevicesSnapshot snapshot) {
        device.update(snapshot);
        switch (view.phase()) {
            case REMOVE_PROVISIONED, REMOVE_FAILED -> {
                if (!device.mustBeTakenOut()) {
                    nextTurn();
                }
            }
            case DEVICE_PULLED, PUT_BACK, RECONCILING -> pulled.devicesChanged();
            default -> seeking.devicesChanged();
        }
    }

    /** The operator says which of the candidates is meant. */
    void pick(LinkId link) {
        seeking.pick(link);
    }

    void blink(LinkId link) {
        seeking.blink(link);
    }

    void choose(Choice choice) {
        if (!view.allows(choice)) {
            return;
        }
        switch (choice) {
            case TOUCH_TO_CHOOSE -> seeking.awaitTouch();
            case PROVISION -> work(CeremonyOrder.Treatment.AS_IT_IS);
            case RESET_AND_PROVISION -> work(CeremonyOrder.Treatment.RESET_FIRST);
            case SKIP_USER -> skip();
            case NEXT_USER -> {
                doneWithDevice();
                leave(Outcome.SKIPPED, Problem.of(RunProblem.PASSED_OVER));
            }
            case FAIL_USER -> {
                Problem reason = DeviceEligibility.reasonAgainst(device.facts());
                doneWithDevice();
                leave(Outcome.FAILED, reason);
            }
            case TRY_NEW_DEVICE -> tryNewDevice();
            case TRY_AGAIN -> {
                pulled.forget();
                seeking.begin();
            }
            case RECONCILE -> pulled.reconcile();
            case SET_ASIDE -> {
                pulled.end();
                nextTurn();
            }
            case STOP -> stop();
        }
    }

    private void skip() {
        if (view.phase() == RunPhase.WORKING) {
            workbench.interrupt(RunProblem.SKIPPED);
        } else {
            leave(Outcome.SKIPPED, Problem.of(RunProblem.SKIPPED));
        }
    }

    private void leave(Outcome outcome, Problem reason) {
        seeking.end();
        ledger.settle(outcome, reason);
        lookups.forget(turns.current().orElseThrow());
        awaitRemoval(RunPhase.REMOVE_FAILED);
    }

    /** The next person's turn comes, or the run is completed, when the device is out. */
    private void awaitRemoval(RunPhase phase) {
        if (device.mustBeTakenOut() && !stopping) {
            view.enter(phase);
            if (turns.hasMore()) {
                view.tell(new RunEvent.Waiting(Movement.REMOVE));
            }
        } else {
            nextTurn();
        }
    }

    private void doneWithDevice() {
        device.facts().ifPresent(facts -> device.doneWith(facts.link().id()));
    }

    private void tryNewDevice() {
        doneWithDevice();
        if (view.phase() == RunPhase.REMOVE_FAILED) {
            ledger.reopen();
        }
        seeking.begin();
    }

    private void stop() {
        stopping = true;
        if (view.phase() == RunPhase.WORKING) {
            workbench.interrupt(RunProblem.STOPPED);
            view.publish();
        } else if (view.phase() == RunPhase.RECONCILING) {
            pulled.stop();
        } else if (turns.isCurrentSettled()) {
            nextTurn();
        } else {
            view.halt(Problem.of(RunProblem.STOPPED));
        }
    }

    private CeremonyOrder order(CeremonyOrder.Treatment treatment) {
        return new CeremonyOrder(
                turns.current().orElseThrow(),
                user,
                turns.request().profile(),
                turns.request().directory(),
                directory,
                device.facts().orElseThrow(),
                treatment);
    }

    private void work(CeremonyOrder.Treatment treatment) {
        CeremonyOrder order = order(treatment);
        inHand = order.device();
        device.doneWith(inHand.link().id());
        view.enter(RunPhase.WORKING);
        workbench.start(order, device, view, this::finished);
    }

    private void finished(OutcomeRecord outcome, Throwable failure) {
        if (view.isOver()) {
            return;
        }
        lookups.forget(turns.current().orElseThrow());
        view.progress.over();
        if (failure != null) {
            endedByFault(Failures.problemOf(failure));
            return;
        }
        if (Outages.isWithoutTrace(outcome)) {
            ledger.reopen();
            view.halt(
                    stopping
                            ? Problem.of(RunProblem.STOPPED)
                            : outcome.problem().orElseThrow());
            return;
        }
        ledger.takeOver();
        if (!stopping && pulled.isCauseOf(outcome)) {
            pulled.await(inHand);
            return;
        }
        Optional<Problem> halting = outcome.problem().filter(DirectoryWideProblems::isFor);
        if (halting.isPresent() && turns.hasMore()) {
            view.halt(halting.get());
        } else {
            boolean good = outcome.outcome() == Outcome.PROVISIONED;
            awaitRemoval(good ? RunPhase.REMOVE_PROVISIONED : RunPhase.REMOVE_FAILED);
            secondLook.after(outcome);
        }
    }

    /** The device could not even be opened (nothing happened), or store or product are at fault: the journal knows. */
    private void endedByFault(Problem problem) {
        if (problem.is(RunProblem.LEASE_LOST)) {
            view.halt(problem);
        } else if (ledger.standing() == Outcome.UNCLEAR) {
            ledger.takeOver();
            view.halt(problem);
        } else if (problem.is(RunProblem.STORE_FAILED)) {
            view.halt(problem);
        } else if (problem.is(DeviceProblem.GONE) && !stopping) {
            ledger.settle(Outcome.FAILED, problem);
            pulled.await(inHand);
        } else {
            leave(Outcome.FAILED, problem);
        }
    }

    private boolean isCurrent(RecipientState recipient) {
        return turns.current()
                .map(current -> current.id().equals(recipient.id()))
                .orElse(false);
    }
}
