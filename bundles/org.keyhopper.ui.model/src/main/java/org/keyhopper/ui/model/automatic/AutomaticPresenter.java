package org.keyhopper.ui.model.automatic;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.check.RunCheck;
import org.keyhopper.ui.model.manual.ActionButton.Weight;
import org.keyhopper.ui.model.manual.Cues;
import org.keyhopper.ui.model.manual.Stage;

/** Sets up, follows and controls a printer run. All methods are fast, on any thread. */
public final class AutomaticPresenter {

    private final WorkbenchContext context;
    private final RunCheck check;
    private final AutomaticHeadings headings;
    private final SetupPresenter setup;
    private final ObservableState<AutomaticState> states;
    private final Cues cues;
    private final AtomicReference<AutomaticRunTracker> present = new AtomicReference<>();
    private final AtomicReference<ProvisioningRequest> prepared = new AtomicReference<>();

    public AutomaticPresenter(WorkbenchContext context) {
        this(context, new RunCheck(context), new Cues());
    }

    /**
     * @param check looks up the recipients before a run
     * @param cues are published when a person fails, a printer needs the operator, or the run is over
     */
    public AutomaticPresenter(WorkbenchContext context, RunCheck check, Cues cues) {
        this.context = context;
        this.check = check;
        this.cues = cues;
        headings = new AutomaticHeadings(context);
        setup = new SetupPresenter(context);
        states = new ObservableState<>(idle(Optional.empty()), context.rateLimiter());
        setup.screens().follow(this::showSetup);
    }

    public ObservableState<AutomaticState> states() {
        return states;
    }

    public SetupPresenter setup() {
        return setup;
    }

    /** Returns the request that was last opened here. */
    public Optional<RequestId> request() {
        return Optional.ofNullable(prepared.get()).map(ProvisioningRequest::id);
    }

    /** Returns whether a run is in progress, so that exiting must be confirmed. */
    public boolean isRunning() {
        AutomaticRunTracker follower = present.get();
        return follower != null && !follower.isOver();
    }

    /** Shows the setup for the request, unless a run is in progress. */
    public void prepare(RequestId id) {
        if (!isRunning()) {
            context.inBackground(() -> read(id), notice -> states.set(idle(Optional.of(notice.text()))));
        }
    }

    private void read(RequestId id) {
        Optional<ProvisioningRequest> request = context.station().requests().find(id);
        AutomaticRunTracker over = present.get();
        if (isRunning() || !present.compareAndSet(over, null)) {
            return;
        }
        prepared.set(request.orElse(null));
        if (request.isPresent()) {
            Optional.ofNullable(over).ifPresent(this::keepCounts);
            setup.people(request.get().open().size());
            setup.refresh();
            showSetup(setup.screens().get());
        } else {
            states.set(idle(Optional.empty()));
        }
    }

    /** What the hoppers hold after a run is what they hold before the next one. */
    private void keepCounts(AutomaticRunTracker over) {
        over.snapshot().ifPresent(run -> {
            for (int i = 0; i < run.printers().size(); i++) {
                setup.hopper(
                        run.printers().get(i).order().printer(),
                        over.hoppers().left(i).orElse(0));
            }
        });
    }

    private void showSetup(SetupScreen screen) {
        ProvisioningRequest request = prepared.get();
        if (request != null && present.get() == null) {
            states.set(new AutomaticState(headings.before(request), screen));
        }
    }

    private AutomaticState idle(Optional<String> problem) {
        Stage stage = Stage.of(
                problem.isPresent() ? Tint.BAD : Tint.NEUTRAL,
                context.text("stage.idle"),
                problem.orElseGet(() -> context.text("automatic.idle.hint")));
        return new AutomaticState(
                Heading.of(context.text("place.AUTOMATIC"), context.text("automatic.idle")),
                new AutomaticState.Idle(
                        stage, new RunLabels(context).button(AutomaticAction.CHOOSE_REQUEST, Weight.DEFAULT)));
    }

    /** Starts the run that was set up, if it is ready; a refusal is shown in the setup. */
    public void start(DirectoryInteraction signIn) {
        Optional<AutomaticOrder> order = request().flatMap(setup::order);
        AutomaticRunTracker before = present.get();
        AutomaticRunTracker follower = new AutomaticRunTracker(context, this::show, cues);
        order.ifPresent(known -> count(known, follower.hoppers()));
        if (order.isPresent() && !isRunning() && present.compareAndSet(before, follower)) {
            context.inBackground(() -> check(order.get(), follower, signIn), notice -> refuse(follower, notice));
        }
    }

    private void count(AutomaticOrder order, HopperCounts hoppers) {
        for (int i = 0; i < order.printers().size(); i++) {
            hoppers.load(i, setup.hopper(order.printers().get(i).printer()));
        }
    }

    private void check(AutomaticOrder order, AutomaticRunTracker follower, DirectoryInteraction signIn) {
        check.begin(order.request(), Optional.empty(), signIn, new RunCheck.Continuation() {
            @Override
            public void ready(Preparation prepared) {
                context.inBackground(() -> begin(order, prepared, follower), notice -> refuse(follower, notice));
            }

            @Override
            public void refused(Problem why) {
                refuse(follower, context.notice(why, Tint.BAD));
            }

            @Override
            public void cancelled() {
                refuse(follower, new Notice(context.text("runCheck.givenUp"), Tint.NEUTRAL));
            }
        });
    }

    private void begin(AutomaticOrder order, Preparation prepared, AutomaticRunTracker follower) {
        try {
            follower.follow(context.station().startAutomatic(order, prepared, follower));
        } catch (RunRefusedException refused) {
            refuse(follower, context.notice(refused.problem(), Tint.BAD));
        }
    }

    private void refuse(AutomaticRunTracker follower, Notice why) {
        present.compareAndSet(follower, null);
        setup.refused(why);
    }

    private void show(AutomaticRunTracker follower) {
        if (present.get() == follower) {
            follower.snapshot()
                    .ifPresent(run -> states.set(new AutomaticState(headings.during(run), follower.screen())));
        }
    }

    /** Shows no run any more, once it has ended. */
    public void close() {
        AutomaticRunTracker over = present.get();
        if (over != null && over.isOver() && present.compareAndSet(over, null)) {
            keepCounts(over);
            prepared.set(null);
            states.set(idle(Optional.empty()));
        }
    }

    /** Updates elapsed and remaining times. */
    public void tick() {
        AutomaticRunTracker follower = present.get();
        if (follower != null && !follower.isOver()) {
            show(follower);
        }
    }

    /** Performs an action on the whole run; ignored if the screen does not offer it. */
    public void choose(AutomaticAction action) {
        AutomaticRunTracker follower = present.get();
        boolean offered = states.get().screen() instanceof RunScreen screen && screen.offers(action);
        if (follower != null && offered && action.isChoice()) {
            follower.choose(action.choice());
        }
    }

    /** Performs the action of a printer's button; ignored if the screen does not show that button. */
    public void choose(int index, PrinterButton button) {
        AutomaticRunTracker follower = present.get();
        boolean offered = states.get().screen() instanceof RunScreen screen
                && index < screen.printers().size()
                && screen.printers().get(index).buttons().contains(button);
        if (follower != null && offered) {
            follower.choose(index, button);
        }
    }

    /**
     * Returns the number that was loaded last into the hopper of a printer that waits with an empty one; empty unless the
     * operator counts its cards.
     */
    public OptionalInt cardsToLoad(int index) {
        AutomaticRunTracker follower = present.get();
        boolean waits = follower != null
                && follower.snapshot()
                        .filter(run -> index < run.printers().size())
                        .filter(run -> CardPathLabels.isHopperEmpty(
                                run.printers().get(index).notice()))
                        .isPresent();
        return waits ? follower.hoppers().loaded(index) : OptionalInt.empty();
    }

    /** States how many cards the operator has loaded into an empty hopper; 0 if they are not counted any more. */
    public void load(int index, int cards) {
        Optional.ofNullable(present.get())
                .ifPresent(follower -> follower.hoppers().load(index, cards));
    }

    /** Stops after the current cards, then passes the request to {@code manual}. */
    public void switchToManual(Consumer<RequestId> manual) {
        AutomaticRunTracker follower = present.get();
        if (follower != null && !follower.isOver()) {
            request().ifPresent(id -> follower.stopThen(() -> manual.accept(id)));
            tick();
        }
    }
}
