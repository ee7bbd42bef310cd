package org.keyhopper.core.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.core.internal.ceremony.Ceremony;
import org.keyhopper.core.internal.device.Failures;
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
final class Desk implements AutoCloseable {

    private final RunParts parts;
    private final Turns turns;
    private final DeskDevice device;
    private final DeskView view;
    private final Directory directory;
    private final Executor run;
    private final Lookups lookups;
    private final Ledger ledger;
    private final Workbench workbench;
    private final Candidates candidates;
    private final SecondLook secondLook;

    private DirectoryUser user;
    private LinkId identifying;
    private List<LinkDescription> offered = List.of();
    private boolean stopping;

    Desk(RunParts parts, Turns turns, DeskDevice device, DeskView view, Directory directory, Executor run) {
        this.parts = parts;
        this.turns = turns;
        this.device = device;
        this.view = view;
        this.directory = directory;
        this.run = run;
        this.lookups = new Lookups(directory.people());
        this.ledger = new Ledger(parts.requests(), turns, view, parts.clock());
        this.workbench = new Workbench(parts.devices(), parts.ceremonies(), run);
        this.candidates = new Candidates(parts.devices(), view, run);
        this.secondLook = new SecondLook(parts.devices(), device, view, run);
    }

    /** Lets go of the directory, after the ceremony in hand. */
    @Override
    public void close() {
        candidates.end();
        workbench.awaitEnd();
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
            seekDevice();
        } else if (Halting.isFor(trouble.get())) {
            view.halt(trouble.get());
        } else {
            ledger.settle(Outcome.FAILED, trouble.get());
            nextTurn();
        }
    }

    private void seekDevice() {
        candidates.end();
        device.forgetFacts();
        view.progress.clear();
        if (device.mustBeTakenOut()) {
            view.enter(RunPhase.REMOVE_DEVICE);
            view.tell(new RunEvent.Waiting(Movement.REMOVE));
            return;
        }
        device.candidate().ifPresentOrElse(this::identify, this::askForDevice);
    }

    private void askForDevice() {
        if (device.candidates().isEmpty()) {
            view.enter(RunPhase.INSERT_DEVICE, device.obstacle());
            view.tell(new RunEvent.Waiting(Movement.INSERT));
        } else {
            offered = device.candidates();
            view.enter(RunPhase.CHOOSE_DEVICE, Optional.of(Problem.of(RunProblem.SEVERAL_DEVICES)));
            view.tell(new RunEvent.Choosing(offered));
        }
    }

    /** The operator says which of the candidates is meant. */
    void pick(LinkId link) {
        if (isCandidate(link)) {
            device.pick(link);
            seekDevice();
        }
    }

    void blink(LinkId link) {
        if (isCandidate(link)) {
            candidates.blink(link);
        }
    }

    private boolean isCandidate(LinkId link) {
        return view.phase() == RunPhase.CHOOSE_DEVICE
                && device.candidates().stream().anyMatch(each -> each.id().equals(link));
    }

    private void identify(LinkId link) {
        identifying = link;
        view.enter(RunPhase.IDENTIFYING);
        long began = System.nanoTime();
        parts.devices().identify(link).whenComplete((facts, failure) -> {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            run.execute(() -> identified(link, facts, took));
        });
    }

    /** Late news of a device that is not the one being looked at any more is no news. */
    private void identified(LinkId link, DeviceFacts facts, Duration took) {
        if (view.phase() != RunPhase.IDENTIFYING || !link.equals(identifying)) {
            return;
        }
        if (facts.obstacle().filter(problem -> problem.is(DeviceProblem.GONE)).isPresent()) {
            device.doneWith(link);
            seekDevice();
            return;
        }
        device.identified(facts);
        view.progress.identified(took);
        view.tell(new RunEvent.StepDone(turns.current().orElseThrow(), CeremonyStep.IDENTIFY, took));
        RunPhase next = DeviceVerdict.on(facts, turns.request().profile());
        if (next == RunPhase.READY) {
            view.progress.planned(Ceremony.plan(order(CeremonyOrder.Treatment.AS_IT_IS)));
        }
        view.enter(next, facts.remarks().stream().findFirst());
    }

    void devicesChanged(DevicesSnapshot snapshot) {
        device.update(snapshot);
        switch (view.phase()) {
            case INSERT_DEVICE -> {
                if (device.candidate().isPresent() || !device.candidates().isEmpty()) {
                    seekDevice();
                } else {
                    view.notice(device.obstacle());
                }
            }
            case CHOOSE_DEVICE -> {
                if (!device.candidates().equals(offered)) {
                    seekDevice();
                }
            }
            case IDENTIFYING -> {
                if (!device.candidate().equals(Optional.of(identifying))) {
                    seekDevice();
                }
            }
            case READY, ALREADY_PROVISIONED, UNUSABLE_DEVICE -> {
                if (device.isOutdated()) {
                    seekDevice();
                }
            }
            case REMOVE_DEVICE -> {
                if (!device.mustBeTakenOut()) {
                    seekDevice();
                }
            }
            case REMOVE_PROVISIONED, REMOVE_FAILED -> {
                if (!device.mustBeTakenOut()) {
                    nextTurn();
                }
            }
            default -> {}
        }
    }

    void choose(Choice choice) {
        if (!view.allows(choice)) {
            return;
        }
        switch (choice) {
            case TOUCH_TO_CHOOSE -> candidates.awaitTouch(device.touchable(), this::pick);
            case PROVISION -> work(CeremonyOrder.Treatment.AS_IT_IS);
            case RESET_AND_PROVISION -> work(CeremonyOrder.Treatment.RESET_FIRST);
            case SKIP_USER -> skip();
            case NEXT_USER -> {
                doneWithDevice();
                leave(Outcome.SKIPPED, Problem.of(RunProblem.PASSED_OVER));
            }
            case FAIL_USER -> {
                Problem reason = DeviceVerdict.reasonAgainst(device.facts());
                doneWithDevice();
                leave(Outcome.FAILED, reason);
            }
            case TRY_NEW_DEVICE -> tryNewDevice();
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
        candidates.end();
        ledger.settle(outcome, reason);
        lookups.forget(turns.current().orElseThrow());
        awaitRemoval(RunPhase.REMOVE_FAILED);
    }

    /** The next person's turn comes when the device is out; after the last one nothing is waited for. */
    private void awaitRemoval(RunPhase phase) {
        if (device.mustBeTakenOut() && turns.hasMore() && !stopping) {
            view.enter(phase);
            view.tell(new RunEvent.Waiting(Movement.REMOVE));
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
        seekDevice();
    }

    private void stop() {
        stopping = true;
        if (view.phase() == RunPhase.WORKING) {
            workbench.interrupt(RunProblem.STOPPED);
            view.publish();
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
        device.doneWith(order.device().link().id());
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
        ledger.takeOver();
        Optional<Problem> halting = outcome.problem().filter(Halting::isFor);
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
        if (ledger.standing() == Outcome.UNCLEAR) {
            ledger.takeOver();
            view.halt(problem);
        } else if (problem.is(RunProblem.STORE_FAILED)) {
            view.halt(problem);
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
