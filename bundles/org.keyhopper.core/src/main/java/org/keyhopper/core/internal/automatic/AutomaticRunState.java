package org.keyhopper.core.internal.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.automatic.Attempt;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.internal.directory.OutageListener;
import org.keyhopper.core.internal.directory.Outages;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is shown of a run through printers, and who looks at it. Any thread: its monitor guards what is shown, and is held
 * while followers are told, so that everybody hears everything in order.
 */
final class AutomaticRunState implements OutageListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(AutomaticRunState.class);

    private final RecipientQueue roster;
    private final List<PrinterState> printers = new ArrayList<>();
    private final List<AutomaticListener> followers = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final ThroughputMeter meter;
    private AutomaticPhase phase = AutomaticPhase.PREPARING;
    private Problem notice;
    private boolean directoryOut;
    private volatile AutomaticSnapshot latest;

    AutomaticRunState(RecipientQueue roster, ThroughputMeter meter, List<AutomaticOrder.PrinterOrder> orders) {
        this.roster = roster;
        this.meter = meter;
        for (AutomaticOrder.PrinterOrder order : orders) {
            printers.add(new PrinterState(this, printers.size(), order));
        }
        latest = compose();
    }

    List<PrinterState> printers() {
        return printers;
    }

    ThroughputMeter meter() {
        return meter;
    }

    AutomaticSnapshot latest() {
        return latest;
    }

    RecipientState stateOf(RecipientId id) {
        return roster.stateOf(id);
    }

    /** Changes what is shown, and shows it. */
    synchronized void change(Runnable change) {
        change.run();
        latest = compose();
        AutomaticSnapshot shown = latest;
        followers.forEach(follower -> guarded(() -> follower.changed(shown)));
    }

    synchronized void tell(RunEvent event) {
        followers.forEach(follower -> guarded(() -> follower.happened(event)));
    }

    synchronized void follow(AutomaticListener listener) {
        followers.add(listener);
        guarded(() -> listener.changed(latest));
    }

    /** Enters a phase, unless the run is over. */
    void enter(AutomaticPhase next, Optional<Problem> why) {
        change(() -> {
            if (!isOver()) {
                phase = next;
                notice = why.orElse(null);
            }
        });
    }

    void notice(Optional<Problem> problem) {
        change(() -> notice = problem.orElse(null));
    }

    @Override
    public synchronized void isOut(Problem why, boolean news) {
        change(() -> {
            if (phase == AutomaticPhase.RUNNING) {
                phase = AutomaticPhase.DIRECTORY_OUT;
                meter.interrupted();
            }
            if (!isOver()) {
                notice = why;
            }
        });
        if (news) {
            directoryOut = true;
            tell(new RunEvent.DirectoryOut(why));
        }
    }

    @Override
    public synchronized void isBack() {
        boolean shown = notice != null && (Outages.isFor(notice) || notice.is(RunProblem.DIRECTORY_OUT));
        if (shown && !isOver()) {
            change(() -> {
                notice = null;
                phase = phase == AutomaticPhase.DIRECTORY_OUT ? AutomaticPhase.RUNNING : phase;
            });
        }
        if (directoryOut) {
            directoryOut = false;
            meter.interrupted();
            tell(new RunEvent.DirectoryBack());
        }
    }

    void add(Attempt attempt) {
        change(() -> {
            attempts.addFirst(attempt);
            meter.ended();
        });
    }

    AutomaticPhase phase() {
        return latest.phase();
    }

    private boolean isOver() {
        return phase == AutomaticPhase.COMPLETED || phase == AutomaticPhase.HALTED;
    }

    private AutomaticSnapshot compose() {
        return new AutomaticSnapshot(
                roster.request(),
                phase,
                printers.stream().map(PrinterState::snapshot).toList(),
                roster.next(),
                attempts,
                choices(),
                Optional.ofNullable(notice),
                meter.reading(roster.left()));
    }

    private Set<AutomaticChoice> choices() {
        return switch (phase) {
            case PREPARING, DIRECTORY_OUT -> Set.of(AutomaticChoice.STOP_AFTER_THIS_CARD);
            case RUNNING -> Set.of(AutomaticChoice.PAUSE, AutomaticChoice.STOP_AFTER_THIS_CARD);
            case PAUSED -> Set.of(AutomaticChoice.CONTINUE, AutomaticChoice.STOP_AFTER_THIS_CARD);
            case STOPPING, COMPLETED, HALTED -> Set.of();
        };
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOGGER.error("A follower of the run failed", e);
        }
    }
}
