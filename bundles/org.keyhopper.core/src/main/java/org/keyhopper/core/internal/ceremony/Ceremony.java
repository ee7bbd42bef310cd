package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.core.ceremony.CeremonyFollower;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.device.Interruption;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything done for one recipient with one device, in the one order that is safe. Runs on the device's worker and
 * always ends with an outcome in the journal.
 */
public final class Ceremony {

    private static final Logger LOGGER = LoggerFactory.getLogger(Ceremony.class);

    private static final List<Step> STEPS = List.of(
            new CheckStep(),
            new ResetStep(),
            new PinStep(),
            new OptionsStep(),
            new CreateStep(),
            new VerifyStep(),
            new RegisterStep(),
            new ProveStep(),
            new FinishStep());

    private final CeremonyTools tools;
    private final CeremonyOrder order;
    private final CeremonyNotifier narrator;
    private final Interruption stop;
    private final List<Duration> taken = new ArrayList<>();

    /** The signal ends waiting for a person; everything else is done to its end. */
    public Ceremony(CeremonyTools tools, CeremonyOrder order, CeremonyFollower follower, CancelSignal stop) {
        this(tools, order, follower, new Interruption(stop));
    }

    /** The interruption ends waiting for a person; everything else is done to its end. */
    public Ceremony(CeremonyTools tools, CeremonyOrder order, CeremonyFollower follower, Interruption stop) {
        this.tools = tools;
        this.order = order;
        this.narrator = new CeremonyNotifier(follower, tools.operator());
        this.stop = stop;
    }

    /** Performs it to its end. Returns what is in the journal; a store that fails ends it with StoreException. */
    public OutcomeRecord perform(OpenDevice device) {
        return performWith(device, ReadBack.AtOnce::new).await();
    }

    /**
     * Performs everything that needs the device. When that went well the device may leave, and the ending, on any thread,
     * waits for the directory's own word that the passkey is there; otherwise the ending is known at once.
     */
    public CeremonyResult performAtDevice(OpenDevice device) {
        return performWith(device, ReadBack.Meanwhile::new);
    }

    private CeremonyResult performWith(OpenDevice device, Supplier<ReadBack> readBack) {
        CeremonyState state = new CeremonyState(order, tools, device, narrator, opened(), stop);
        boolean open = false;
        try {
            state.proveWith(readBack.get());
            CeremonyResult ending = Withdrawal.underLease(state, () -> ending(state));
            open = ending instanceof Leaving;
            return ending;
        } finally {
            if (!open) {
                state.close();
            }
        }
    }

    /** An attempt that failed, or a recipient that was skipped, is over: this is another attempt. */
    private CeremonyId opened() {
        RecipientState recipient = order.recipient();
        if (recipient.outcome() != Outcome.PENDING) {
            tools.requests().reopen(tools.lease(), List.of(recipient.id().position()));
        }
        return tools.journal().open(tools.lease(), recipient.id(), StartFacts.of(order));
    }

    private CeremonyResult ending(CeremonyState state) {
        Optional<Problem> failure = firstFailure(state);
        boolean open = failure.isEmpty() && state.readBack().mayOutlastDevice();
        return open ? new Leaving(state) : CeremonyResult.known(closed(state, failure));
    }

    private OutcomeRecord closed(CeremonyState state, Optional<Problem> failure) {
        OutcomeRecord outcome = outcomeOf(state, failure);
        tools.journal().close(tools.lease(), state.id, outcome);
        LOGGER.info(
                "{} {}: {} {}",
                order.recipient().id().request(),
                order.recipient().id().position(),
                outcome.outcome(),
                outcome.problem().map(problem -> problem.code().id()).orElse(""));
        return outcome;
    }

    private OutcomeRecord outcomeOf(CeremonyState state, Optional<Problem> failure) {
        if (failure.isEmpty()) {
            enterInInventory(state);
            return record(state, Outcome.PROVISIONED, Optional.empty(), List.of());
        }
        List<Problem> left = undone(state, failure.get());
        return record(state, left.isEmpty() ? clean(failure.get()) : Outcome.UNCLEAR, failure, left);
    }

    /** The device did its part; what is missing is the directory's. */
    private final class Leaving implements CeremonyResult {

        private final CeremonyState state;

        Leaving(CeremonyState state) {
            this.state = state;
        }

        @Override
        public boolean isGood() {
            return true;
        }

        @Override
        public OutcomeRecord await() {
            try (state) {
                Optional<Problem> failure = awaited();
                // It is on its way out of the printer, or gone.
                state.deviceIsLost();
                return Withdrawal.underLease(state, () -> noted(failure));
            }
        }

        private OutcomeRecord noted(Optional<Problem> failure) {
            if (failure.isEmpty()) {
                state.journal(JournalPoint.PROVED, Map.of(JournalFacts.COMPLETE, Boolean.toString(true)));
            }
            return closed(state, failure);
        }

        private Optional<Problem> awaited() {
            try {
                state.readBack().await(state);
                return Optional.empty();
            } catch (StepFailure e) {
                return Optional.of(e.problem());
            }
        }
    }

    private static List<Problem> undone(CeremonyState state, Problem cause) {
        Undo undo = new Undo(state);
        try {
            return state.onDevice(() -> undo.run(cause));
        } catch (StepFailure | DeviceException e) {
            throw new IllegalStateException("what cannot be undone is an answer", e);
        }
    }

    /** Finding that the person already has this very device is no failure of anything, nor is the operator's wish. */
    private static Outcome clean(Problem failure) {
        return failure.is(DeviceProblem.CREDENTIAL_EXCLUDED) || failure.is(RunProblem.SKIPPED)
                ? Outcome.SKIPPED
                : Outcome.FAILED;
    }

    /** Returns the steps this order will take, before anything is done. */
    public static List<CeremonyStep> plan(CeremonyOrder order) {
        return stepsOf(order).stream().map(Step::name).toList();
    }

    private static List<Step> stepsOf(CeremonyOrder order) {
        return STEPS.stream().filter(step -> step.isNeededFor(order)).toList();
    }

    private Optional<Problem> firstFailure(CeremonyState state) {
        narrator.planned(plan(order));
        for (Step step : stepsOf(order)) {
            Optional<Problem> failure = attempt(step, state);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> attempt(Step step, CeremonyState state) {
        narrator.began(step.name());
        long began = System.nanoTime();
        try {
            state.onDevice(() -> {
                step.perform(state);
                return true;
            });
            narrator.done(step.name(), lap(began));
            return Optional.empty();
        } catch (StepFailure e) {
            return failed(began, e.problem());
        } catch (DeviceException e) {
            if (isLoss(e)) {
                state.deviceIsLost();
            }
            return failed(began, isInterrupted(e) ? stop.problem() : e.problem());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            return failed(began, Failures.internalFault(e));
        }
    }

    /** Some firmware tells a touch that was called off as one that did not come. */
    private boolean isInterrupted(DeviceException e) {
        return stop.isRaised()
                && (e.problem().is(DeviceProblem.CANCELLED) || e.problem().is(DeviceProblem.NOT_TOUCHED));
    }

    /** A device that answers nonsense is still there, and can be cleaned; one that left must not be mistaken for the next. */
    private static boolean isLoss(DeviceException e) {
        return !e.changedNothing() && !e.problem().is(DeviceProblem.PROTOCOL_ERROR);
    }

    private Optional<Problem> failed(long began, Problem problem) {
        lap(began);
        return Optional.of(problem);
    }

    private Duration lap(long began) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        taken.add(took);
        return took;
    }

    private OutcomeRecord record(CeremonyState state, Outcome outcome, Optional<Problem> problem, List<Problem> left) {
        List<Problem> notes = new ArrayList<>(left);
        notes.addAll(state.stillRegistered);
        if (outcome == Outcome.PROVISIONED) {
            notes.addAll(state.notes);
        }
        Duration took = taken.stream().reduce(Duration.ZERO, Duration::plus);
        return new OutcomeRecord(
                outcome, problem, passkey(state), notes, tools.clock().instant(), took);
    }

    private Optional<MadePasskey> passkey(CeremonyState state) {
        return state.madeCredential()
                .map(made -> new MadePasskey(
                        made.id(),
                        state.registeredPasskey().map(passkey -> passkey.id()),
                        state.info().aaguid(),
                        PasskeyName.of(order),
                        order.device().link().serial()));
    }

    private void enterInInventory(CeremonyState state) {
        tools.inventory()
                .put(
                        tools.lease(),
                        new InventoryEntry(
                                state.credential().id(),
                                state.options().relyingParty().id(),
                                state.info().aaguid(),
                                order.device().model(),
                                order.device().link().serial(),
                                order.directoryName(),
                                order.user().id(),
                                order.user().displayName(),
                                state.registeredPasskey().orElseThrow().id(),
                                order.recipient().id(),
                                InventoryEntry.State.IN_USE,
                                tools.clock().instant()));
    }
}
