package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.core.ceremony.CeremonyListener;
import org.keyhopper.core.ceremony.CeremonyOrder;
import org.keyhopper.core.ceremony.CeremonyStep;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.internal.device.Interruption;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.journal.CeremonyId;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.ClaimLostException;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provisions one device for one recipient: performs the steps in order, undoes them when one fails, and closes the
 * ceremony in the journal with an outcome. Runs on the device's worker; used once.
 */
public final class Ceremony {

    private static final Logger LOGGER = LoggerFactory.getLogger(Ceremony.class);

    final CeremonyTools tools;
    final CeremonyOrder order;
    final CeremonyNotifier notifier;
    final Interruption stop;
    private Duration took = Duration.ZERO;

    /** Makes a ceremony in which the signal ends waiting for the operator; everything else is completed. */
    public Ceremony(CeremonyTools tools, CeremonyOrder order, CeremonyListener follower, CancelSignal stop) {
        this(tools, order, follower, new Interruption(stop));
    }

    /** Makes a ceremony in which the interruption ends waiting for the operator; everything else is completed. */
    public Ceremony(CeremonyTools tools, CeremonyOrder order, CeremonyListener follower, Interruption stop) {
        this.tools = tools;
        this.order = order;
        this.notifier = new CeremonyNotifier(follower, tools.operator());
        this.stop = stop;
    }

    /** Returns the steps that the order needs, before anything is done. */
    public static List<CeremonyStep> plan(CeremonyOrder order) {
        return Step.of(order).stream().map(Step::name).toList();
    }

    /**
     * Performs the whole ceremony. Returns the outcome that is in the journal; a store that fails ends it with
     * StoreException.
     */
    public OutcomeRecord perform(OpenDevice device) {
        return perform(device, false).await();
    }

    /**
     * Performs everything that needs the device. When that went well the device may leave, and the result, on any
     * thread, waits until the directory has returned the passkey; otherwise the outcome is known at once.
     */
    public CeremonyResult performAtDevice(OpenDevice device) {
        return perform(device, true);
    }

    private CeremonyResult perform(OpenDevice device, boolean deviceMayLeaveEarly) {
        CeremonyState state = new CeremonyState(this, device, opened(), deviceMayLeaveEarly);
        boolean open = false;
        try {
            CeremonyResult result = underClaim(state, () -> result(state));
            open = result instanceof AwaitingReadBack;
            return result;
        } finally {
            if (!open) {
                state.close();
            }
        }
    }

    /** Opens the ceremony in the journal; a recipient that failed or was skipped is attempted anew. */
    private CeremonyId opened() {
        RecipientState recipient = order.recipient();
        if (recipient.outcome() != Outcome.PENDING) {
            tools.requests().reopen(tools.claim());
        }
        Map<String, String> facts = new HashMap<>(order.startFacts());
        tools.central().ifPresent(it -> facts.put(JournalFacts.CENTRAL_CLAIM, Long.toString(it.claim())));
        return tools.journal().open(tools.claim(), recipient.id(), facts);
    }

    /** Does what needs the claim. Where that is lost, the ceremony is withdrawn and the failure passed on. */
    private static <T> T underClaim(CeremonyState state, Supplier<T> work) {
        try {
            return work.get();
        } catch (ClaimLostException e) {
            Undo.withdraw(state);
            throw e;
        }
    }

    private CeremonyResult result(CeremonyState state) {
        Optional<Problem> failure = firstFailure(state);
        return failure.isEmpty() && state.deviceMayLeaveEarly
                ? new AwaitingReadBack(state)
                : CeremonyResult.of(closed(state, failure));
    }

    private Optional<Problem> firstFailure(CeremonyState state) {
        notifier.planned(plan(order));
        for (Step step : Step.of(order)) {
            Optional<Problem> failure = attempt(step, state);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> attempt(Step step, CeremonyState state) {
        notifier.began(step.name());
        long began = System.nanoTime();
        try {
            state.current.run(() -> {
                step.action().perform(state);
                return true;
            });
            notifier.done(step.name(), lap(began));
            return Optional.empty();
        } catch (StepFailedException e) {
            return failed(began, e.problem());
        } catch (DeviceException e) {
            if (isLoss(e)) {
                state.current.markLost();
            }
            return failed(began, isInterrupted(e) ? stop.problem() : e.problem());
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            return failed(began, Failures.internalFault(e));
        }
    }

    /** Some firmware reports a cancelled wait for a touch as a missed touch. */
    private boolean isInterrupted(DeviceException e) {
        return stop.isCancelled()
                && (e.problem().is(DeviceProblem.CANCELLED) || e.problem().is(DeviceProblem.NOT_TOUCHED));
    }

    /**
     * A device that answers nonsense is still there and can be cleaned; one that left must not be mistaken for the
     * next.
     */
    private static boolean isLoss(DeviceException e) {
        return !e.changedNothing() && !e.problem().is(DeviceProblem.PROTOCOL_ERROR);
    }

    private Optional<Problem> failed(long began, Problem problem) {
        lap(began);
        return Optional.of(problem);
    }

    private Duration lap(long began) {
        Duration lap = Duration.ofNanos(System.nanoTime() - began);
        took = took.plus(lap);
        return lap;
    }

    private OutcomeRecord closed(CeremonyState state, Optional<Problem> failure) {
        OutcomeRecord outcome = outcomeOf(state, failure);
        tools.journal().close(tools.claim(), state.id, outcome);
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
            tools.inventory().put(tools.claim(), state.inventoryEntry());
            return record(state, Outcome.PROVISIONED, failure, List.of());
        }
        List<Problem> left = Undo.run(state, failure.get());
        Outcome outcome = left.isEmpty() ? cleanOutcome(failure.get()) : Outcome.UNCLEAR;
        Outcome agreed = tools.central()
                .map(it -> it.end(outcome, failure.get(), left.isEmpty()))
                .orElse(outcome);
        return record(state, agreed, failure, left);
    }

    /** A device that already holds a passkey of this person, and the operator's wish to skip, are no failures. */
    private static Outcome cleanOutcome(Problem failure) {
        return failure.is(DeviceProblem.CREDENTIAL_EXCLUDED) || failure.is(RunProblem.SKIPPED)
                ? Outcome.SKIPPED
                : Outcome.FAILED;
    }

    private OutcomeRecord record(CeremonyState state, Outcome outcome, Optional<Problem> problem, List<Problem> left) {
        List<Problem> notes = new ArrayList<>(left);
        notes.addAll(state.stillRegistered);
        if (outcome == Outcome.PROVISIONED) {
            notes.addAll(state.notes);
        }
        return new OutcomeRecord(
                outcome, problem, state.madePasskey(), notes, tools.clock().instant(), took);
    }

    /** The device did its part; the read-back from the directory is missing. */
    private final class AwaitingReadBack implements CeremonyResult {

        private final CeremonyState state;

        AwaitingReadBack(CeremonyState state) {
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
                // The device is on its way out of the printer, or gone.
                state.current.markLost();
                return underClaim(state, () -> closedAfter(failure));
            }
        }

        private Optional<Problem> awaited() {
            try {
                RegistrationSteps.awaitReadBack(state);
                return Optional.empty();
            } catch (StepFailedException e) {
                return Optional.of(e.problem());
            }
        }

        private OutcomeRecord closedAfter(Optional<Problem> failure) {
            if (failure.isEmpty()) {
                state.journalWithEscrow(JournalPoint.PROVED, JournalFacts.COMPLETE, Boolean.toString(true));
            }
            return closed(state, failure);
        }
    }
}
