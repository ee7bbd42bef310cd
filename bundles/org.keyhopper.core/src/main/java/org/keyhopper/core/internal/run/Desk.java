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
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.core.internal.ceremony.Ceremony;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
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
final class Desk {

    private final RunParts parts;
    private final Turns turns;
    private final DeskDevice device;
    private final DeskView view;
    private final Directory directory;
    private final Lookups lookups;
    private final Executor run;

    private DirectoryUser user;
    private boolean stopping;

    Desk(RunParts parts, Turns turns, DeskDevice device, DeskView view, Directory directory, Executor run) {
        this.parts = parts;
        this.turns = turns;
        this.device = device;
        this.view = view;
        this.directory = directory;
        this.lookups = new Lookups(directory.people());
        this.run = run;
    }

    boolean isOver() {
        return view.phase() == RunPhase.COMPLETED || view.phase() == RunPhase.HALTED;
    }

    void close() {
        lookups.close();
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
        lookups.of(recipient).thenAcceptAsync(answer -> lookedUp(recipient, answer), run);
        turns.upcoming().ifPresent(lookups::of);
    }

    private void lookedUp(RecipientState recipient, Answer<DirectoryUser> answer) {
        if (isOver() || !isCurrent(recipient)) {
            return;
        }
        if (answer.trouble().isPresent()) {
            failWithoutDevice(answer.trouble().get());
            return;
        }
        user = answer.result().orElseThrow();
        seekDevice();
    }

    private void failWithoutDevice(Problem problem) {
        if (Halting.isFor(problem)) {
            view.halt(problem);
            return;
        }
        settle(Outcome.FAILED, problem);
        nextTurn();
    }

    private void seekDevice() {
        device.forgetFacts();
        view.progress.clear();
        if (device.mustBeTakenOut()) {
            view.enter(RunPhase.REMOVE_DEVICE);
            view.tell(new RunEvent.Waiting(Movement.REMOVE));
            return;
        }
        device.candidate().ifPresentOrElse(this::identify, () -> {
            view.enter(RunPhase.INSERT_DEVICE);
            view.tell(new RunEvent.Waiting(Movement.INSERT));
        });
    }

    private void identify(LinkId link) {
        view.enter(RunPhase.IDENTIFYING);
        long began = System.nanoTime();
        parts.devices()
                .identify(link)
                .thenAcceptAsync(facts -> identified(facts, Duration.ofNanos(System.nanoTime() - began)), run);
    }

    private void identified(DeviceFacts facts, Duration took) {
        if (view.phase() != RunPhase.IDENTIFYING) {
            return;
        }
        device.identified(facts);
        if (device.isOutdated()) {
            seekDevice();
            return;
        }
        view.progress.identified(took);
        view.tell(new RunEvent.StepDone(turns.current().orElseThrow(), CeremonyStep.IDENTIFY, took));
        view.enter(phaseFor(facts));
    }

    private RunPhase phaseFor(DeviceFacts facts) {
        if (facts.obstacle().isPresent()) {
            return RunPhase.UNUSABLE_DEVICE;
        }
        return isTaken(facts) ? RunPhase.ALREADY_PROVISIONED : RunPhase.READY;
    }

    /** Where the profile keeps the device's own PIN, a PIN alone does not make the device somebody's. */
    private boolean isTaken(DeviceFacts facts) {
        boolean pinIsKept = turns.request().profile().pin() instanceof PinRule.Keep;
        return pinIsKept ? facts.known().isPresent() : facts.isProvisioned();
    }

    void devicesChanged(DevicesSnapshot snapshot) {
        device.update(snapshot);
        switch (view.phase()) {
            case INSERT_DEVICE -> {
                if (device.candidate().isPresent()) {
                    seekDevice();
                } else {
                    snapshot.obstacles().values().stream().findFirst().ifPresent(view::notice);
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
            case PROVISION -> work(CeremonyOrder.Treatment.AS_IT_IS);
            case RESET_AND_PROVISION -> work(CeremonyOrder.Treatment.RESET_FIRST);
            case SKIP_USER -> leave(Outcome.SKIPPED, Problem.of(RunProblem.SKIPPED));
            case NEXT_USER -> {
                doneWithDevice();
                leave(Outcome.SKIPPED, Problem.of(RunProblem.PASSED_OVER));
            }
            case FAIL_USER -> {
                Problem reason = deviceProblem();
                doneWithDevice();
                leave(Outcome.FAILED, reason);
            }
            case TRY_NEW_DEVICE -> tryNewDevice();
            case STOP -> stop();
        }
    }

    private void leave(Outcome outcome, Problem reason) {
        settle(outcome, reason);
        if (device.mustBeTakenOut() && turns.hasMore()) {
            view.enter(RunPhase.REMOVE_FAILED);
            view.tell(new RunEvent.Waiting(Movement.REMOVE));
        } else {
            nextTurn();
        }
    }

    private Problem deviceProblem() {
        return device.facts().flatMap(DeviceFacts::obstacle).orElse(Problem.of(DeviceProblem.ALREADY_PROVISIONED));
    }

    private void doneWithDevice() {
        device.facts().ifPresent(facts -> device.doneWith(facts.link().id()));
    }

    private void tryNewDevice() {
        doneWithDevice();
        if (view.phase() == RunPhase.REMOVE_FAILED) {
            RecipientState again = turns.current().orElseThrow();
            parts.requests().reopen(turns.request().id(), List.of(again.id().position()));
            turns.refresh(fresh());
        }
        seekDevice();
    }

    private void stop() {
        stopping = true;
        if (view.phase() == RunPhase.WORKING) {
            view.publish();
        } else if (turns.hasMore() || isUnsettled()) {
            view.halt(Problem.of(RunProblem.STOPPED));
        } else {
            view.enter(RunPhase.COMPLETED);
        }
    }

    private boolean isUnsettled() {
        return turns.current()
                .map(current -> current.outcome() == Outcome.PENDING)
                .orElse(false);
    }

    private void work(CeremonyOrder.Treatment treatment) {
        RecipientState recipient = turns.current().orElseThrow();
        DeviceFacts facts = device.facts().orElseThrow();
        CeremonyOrder order = new CeremonyOrder(
                recipient, user, turns.request().profile(), turns.request().directory(), directory, facts, treatment);
        Ceremony ceremony = new Ceremony(parts.ceremonies(), order, new CeremonyEcho(recipient, view, run));
        device.doneWith(facts.link().id());
        view.enter(RunPhase.WORKING);
        parts.devices()
                .on(facts.link().id(), ceremony::perform)
                .whenCompleteAsync((outcome, failure) -> finished(recipient, outcome, failure), run);
    }

    private void finished(RecipientState recipient, OutcomeRecord outcome, Throwable failure) {
        lookups.forget(recipient);
        view.progress.over();
        if (failure != null) {
            endedByFault(Failures.problemOf(failure));
            return;
        }
        view.tell(new RunEvent.Settled(turns.settle(fresh())));
        Optional<Problem> halting = outcome.problem().filter(Halting::isFor);
        if (halting.isPresent() && turns.hasMore()) {
            view.halt(halting.get());
        } else if (device.mustBeTakenOut() && turns.hasMore() && !stopping) {
            boolean good = outcome.outcome() == Outcome.PROVISIONED;
            view.enter(good ? RunPhase.REMOVE_PROVISIONED : RunPhase.REMOVE_FAILED);
            view.tell(new RunEvent.Waiting(Movement.REMOVE));
        } else {
            nextTurn();
        }
    }

    /** The device could not even be opened (nothing happened), or we have a fault: the journal knows which. */
    private void endedByFault(Problem problem) {
        RecipientState after =
                fresh().recipients().get(turns.current().orElseThrow().id().position() - 1);
        if (after.outcome() == Outcome.UNCLEAR) {
            view.tell(new RunEvent.Settled(turns.settle(fresh())));
            view.halt(problem);
        } else {
            leave(Outcome.FAILED, problem);
        }
    }

    private void settle(Outcome outcome, Problem reason) {
        RecipientState recipient = turns.current().orElseThrow();
        parts.requests()
                .settle(
                        recipient.id(),
                        new OutcomeRecord(
                                outcome,
                                Optional.of(reason),
                                Optional.empty(),
                                List.of(),
                                parts.clock().instant(),
                                Duration.ZERO));
        lookups.forget(recipient);
        view.tell(new RunEvent.Settled(turns.settle(fresh())));
    }

    private ProvisioningRequest fresh() {
        return parts.requests().find(turns.request().id()).orElseThrow();
    }

    private boolean isCurrent(RecipientState recipient) {
        return turns.current()
                .map(current -> current.id().equals(recipient.id()))
                .orElse(false);
    }
}
