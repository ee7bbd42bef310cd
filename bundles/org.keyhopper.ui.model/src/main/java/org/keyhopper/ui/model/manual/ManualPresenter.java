package org.keyhopper.ui.model.manual;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.central.Permissions;
import org.keyhopper.ui.model.check.RunCheck;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/** Follows a manual run and passes on the operator's choices. All methods are fast, on any thread. */
public final class ManualPresenter {

    private final WorkbenchContext context;
    private final RunCheck check;
    private final ManualScreen screen;
    private final ResetConfirmation warning;
    private final ObservableState<ManualState> states;
    private final Cues cues;
    private final AtomicReference<Run> run = new AtomicReference<>();
    private final AtomicBoolean starting = new AtomicBoolean();
    private final AtomicReference<RequestId> request = new AtomicReference<>();

    /** The run after which the request continues through printers, if so chosen. */
    private final AtomicReference<Run> switching = new AtomicReference<>();

    /** The continuation of a check that was cancelled to switch to printers. */
    private final AtomicReference<Consumer<RequestId>> afterCheck = new AtomicReference<>();

    public ManualPresenter(WorkbenchContext context) {
        this(context, new RunCheck(context), new Cues());
    }

    /**
     * @param check looks up the recipients before a run
     * @param cues are published when a person is settled
     */
    public ManualPresenter(WorkbenchContext context, RunCheck check, Cues cues) {
        this.context = context;
        this.check = check;
        this.cues = cues;
        screen = new ManualScreen(context);
        warning = new ResetConfirmation(context.messages());
        states = new ObservableState<>(screen.idle(Optional.empty()), context.rateLimiter());
    }

    public ObservableState<ManualState> states() {
        return states;
    }

    /** Returns the request that was last opened here. */
    public Optional<RequestId> request() {
        return Optional.ofNullable(request.get());
    }

    /** Returns whether a run is in progress, so that exiting must be confirmed. */
    public boolean isRunning() {
        return starting.get()
                || Optional.ofNullable(run.get())
                        .filter(ManualPresenter::isActive)
                        .isPresent();
    }

    private static boolean isActive(Run run) {
        return !run.ended().isDone();
    }

    /**
     * Starts a run of the request, unless one is in progress. The result is shown on the screen; notices of the
     * directory are part of the run's snapshots.
     */
    public void start(RequestId id, OperatorPrompts operator, DirectoryInteraction signIn) {
        start(id, Optional.empty(), operator, signIn);
    }

    private void start(
            RequestId id, Optional<Set<Integer>> people, OperatorPrompts operator, DirectoryInteraction signIn) {
        if (isRunning() || !starting.compareAndSet(false, true)) {
            return;
        }
        request.set(id);
        afterCheck.set(null);
        context.inBackground(() -> check(id, people, operator, signIn), this::internalError);
    }

    /** Starts a run for one person of the request; if a run of the request is in progress, goes to the person instead. */
    public void startFor(RequestId id, int position, OperatorPrompts operator, DirectoryInteraction signIn) {
        if (isRunning() && id.equals(request.get())) {
            Optional.ofNullable(run.get()).ifPresent(present -> present.goTo(position));
            return;
        }
        start(id, Optional.of(Set.of(position)), operator, signIn);
    }

    private void check(
            RequestId id, Optional<Set<Integer>> people, OperatorPrompts operator, DirectoryInteraction signIn) {
        context.station().requests().find(id).ifPresent(found -> states.set(screen.preparing(found)));
        check.begin(id, people, signIn, new RunCheck.Continuation() {
            @Override
            public void ready(Preparation prepared) {
                context.inBackground(() -> begin(prepared, operator), ManualPresenter.this::internalError);
            }

            @Override
            public void refused(Problem why) {
                idle(Optional.of(why));
            }

            @Override
            public void cancelled() {
                idle(Optional.empty());
                Optional.ofNullable(afterCheck.getAndSet(null)).ifPresent(printers -> printers.accept(id));
            }
        });
    }

    private void idle(Optional<Problem> why) {
        states.set(screen.idle(why));
        starting.set(false);
    }

    private void internalError(Notice notice) {
        states.set(screen.internalError(notice));
        starting.set(false);
    }

    private void begin(Preparation prepared, OperatorPrompts operator) {
        try {
            Run started = context.station().startManual(prepared, "", operator, RunListener.NONE);
            run.set(started);
            started.addListener(new Follower(started));
            starting.set(false);
        } catch (RunRefusedException refused) {
            idle(Optional.of(refused.problem()));
        }
    }

    /**
     * Performs a choice of the run; ignored if it is unavailable or outdated. A reset goes through {@link #reset}
     * only.
     *
     * @param shown the state that the operator saw
     */
    public void choose(ManualAction action, ManualState shown) {
        if (action == ManualAction.STOP && starting.get()) {
            check.cancel();
            return;
        }
        Run present = run.get();
        boolean harmless = action.isChoice() && action != ManualAction.RESET_AND_PROVISION;
        if (present != null && harmless && shown.offers(action)) {
            present.choose(action.choice(), shown.moment());
        }
    }

    /** Ends the run after the current ceremony; remaining recipients are then passed to {@code printers}. */
    public void switchToPrinters(Consumer<RequestId> printers) {
        if (starting.get()) {
            afterCheck.set(printers);
            check.cancel();
            return;
        }
        Run present = run.get();
        if (isRunning() && switching.getAndSet(present) != present) {
            RunSnapshot now = present.snapshot();
            present.ended().thenRun(() -> continueWith(present, now.request().id(), printers));
            states.set(screen.of(now, true));
            present.choose(Choice.STOP, now.moment());
        }
    }

    private static void continueWith(Run ended, RequestId id, Consumer<RequestId> printers) {
        if (ended.snapshot().phase() != RunPhase.COMPLETED) {
            printers.accept(id);
        }
    }

    /** Shows no run any more, once it has ended. */
    public void close() {
        Run ended = run.get();
        if (!isRunning() && run.compareAndSet(ended, null)) {
            states.set(screen.idle(Optional.empty()));
        }
    }

    /** Returns a new finder of people of the run in progress. */
    public PersonFinder finder() {
        return new PersonFinder(context, () -> Optional.ofNullable(run.get()).filter(ManualPresenter::isActive));
    }

    /** Selects one of the listed devices. */
    public void pick(LinkId device) {
        Optional.ofNullable(run.get()).ifPresent(present -> present.select(device));
    }

    /** Makes one of the listed devices blink. */
    public void blink(LinkId device) {
        Optional.ofNullable(run.get()).ifPresent(present -> present.wink(device));
    }

    /** Resets and provisions the confirmed device; does nothing if another device was inserted meanwhile. */
    public void reset(Confirmation confirmed) {
        Run present = run.get();
        Optional<RunSnapshot> now = Optional.ofNullable(present).map(Run::snapshot);
        now.filter(snapshot -> isStillValid(snapshot, confirmed))
                .ifPresent(snapshot -> present.choose(Choice.RESET_AND_PROVISION, snapshot.moment()));
    }

    private static boolean isStillValid(RunSnapshot snapshot, Confirmation confirmed) {
        return snapshot.device()
                .filter(device -> device.link().id().equals(confirmed.device()))
                .isPresent();
    }

    /**
     * Looks up the former holder whose passkey is still registered after the last reset, then calls back on a worker
     * thread.
     */
    public void formerHolder(Consumer<PasskeyHolder> then) {
        Optional.ofNullable(run.get())
                .map(Run::snapshot)
                .ifPresent(snapshot -> context.inBackground(
                        () -> screen.formerHolder(snapshot).ifPresent(then),
                        notice -> states.set(screen.internalError(notice))));
    }

    /** Returns the confirmation for RESET AND PROVISION; empty when there is none to reset, or Central does not allow it. */
    public Optional<Confirmation> resetConfirmation() {
        return Optional.ofNullable(run.get()).map(Run::snapshot).flatMap(this::confirmation);
    }

    private Optional<Confirmation> confirmation(RunSnapshot snapshot) {
        String recipient =
                snapshot.current().map(state -> state.recipient().name()).orElse("");
        boolean allowed = Permissions.of(context).reset().isEmpty();
        return snapshot.device().filter(device -> allowed).map(device -> warning.of(device, recipient));
    }

    /** Follows one run. Once another run has been started, its updates are no longer shown. */
    private final class Follower implements RunListener {

        private final Run followed;

        Follower(Run followed) {
            this.followed = followed;
        }

        @Override
        public void changed(RunSnapshot snapshot) {
            if (run.get() == followed) {
                states.set(screen.of(snapshot, switching.get() == followed));
            }
        }

        @Override
        public void happened(RunEvent event) {
            if (event instanceof RunEvent.Settled(var recipient)) {
                cues.settled(recipient.outcome());
            }
        }
    }
}
