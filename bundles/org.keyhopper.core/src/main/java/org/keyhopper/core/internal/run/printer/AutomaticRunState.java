package org.keyhopper.core.internal.run.printer;

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
import org.keyhopper.core.internal.run.Listeners;
import org.keyhopper.core.internal.run.RecipientQueue;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.RunEvent;

/**
 * What a run through printers publishes. Any thread: the monitor guards the state and the order of what is published, and is
 * never held while listeners are called.
 */
final class AutomaticRunState implements OutageListener {

    private final RecipientQueue queue;
    private final List<PrinterState> printers = new ArrayList<>();
    private final Listeners<AutomaticListener> listeners = new Listeners<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final ThroughputMeter meter;
    private AutomaticPhase phase = AutomaticPhase.PREPARING;
    private Problem notice;
    private boolean directoryOut;
    private volatile AutomaticSnapshot latest;

    AutomaticRunState(RecipientQueue queue, ThroughputMeter meter) {
        this.queue = queue;
        this.meter = meter;
    }

    static AutomaticRunState of(RecipientQueue queue, ThroughputMeter meter, List<AutomaticOrder.PrinterOrder> orders) {
        AutomaticRunState state = new AutomaticRunState(queue, meter);
        for (AutomaticOrder.PrinterOrder order : orders) {
            state.printers.add(new PrinterState(state, state.printers.size(), order));
        }
        state.latest = state.compose();
        return state;
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
        return queue.stateOf(id);
    }

    /** Changes the state and publishes it. */
    void change(Runnable change) {
        synchronized (this) {
            change.run();
            publish();
        }
        listeners.deliver();
    }

    /** Changes the state, publishes it and then the event. */
    void change(Runnable change, RunEvent event) {
        synchronized (this) {
            change.run();
            publish();
            post(event);
        }
        listeners.deliver();
    }

    private void publish() {
        AutomaticSnapshot now = compose();
        latest = now;
        listeners.post(listener -> listener.changed(now));
    }

    private void post(RunEvent event) {
        listeners.post(listener -> listener.happened(event));
    }

    void report(RunEvent event) {
        post(event);
        listeners.deliver();
    }

    void reportLast(RunEvent event, Runnable then) {
        post(event);
        listeners.then(then);
        listeners.deliver();
    }

    void follow(AutomaticListener listener) {
        listeners.add(listener, added -> added.changed(latest));
        listeners.deliver();
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

    void notice(Problem problem) {
        change(() -> notice = problem);
    }

    @Override
    public void isOut(Problem why, boolean news) {
        synchronized (this) {
            if (phase == AutomaticPhase.RUNNING) {
                phase = AutomaticPhase.DIRECTORY_OUT;
                meter.interrupted();
            }
            if (!isOver()) {
                notice = why;
            }
            publish();
            if (news) {
                directoryOut = true;
                post(new RunEvent.DirectoryOut(why));
            }
        }
        listeners.deliver();
    }

    @Override
    public void isBack() {
        synchronized (this) {
            boolean shown = notice != null && Outages.isNotice(notice);
            if (shown && !isOver()) {
                notice = null;
                phase = phase == AutomaticPhase.DIRECTORY_OUT ? AutomaticPhase.RUNNING : phase;
                publish();
            }
            if (directoryOut) {
                directoryOut = false;
                meter.interrupted();
                post(new RunEvent.DirectoryBack());
            }
        }
        listeners.deliver();
    }

    void add(Attempt attempt) {
        change(() -> {
            attempts.addFirst(attempt);
            // A rejected card is part of the time for the next good one.
            if (attempt.problem().isEmpty()) {
                meter.ended();
            }
        });
    }

    private boolean isOver() {
        return phase == AutomaticPhase.COMPLETED || phase == AutomaticPhase.HALTED;
    }

    private AutomaticSnapshot compose() {
        return new AutomaticSnapshot(
                queue.request(),
                phase,
                printers.stream().map(PrinterState::snapshot).toList(),
                queue.next(),
                attempts,
                choices(),
                Optional.ofNullable(notice),
                meter.reading(queue.left()));
    }

    private Set<AutomaticChoice> choices() {
        return switch (phase) {
            case PREPARING, DIRECTORY_OUT -> Set.of(AutomaticChoice.STOP_AFTER_THIS_CARD);
            case RUNNING -> Set.of(AutomaticChoice.PAUSE, AutomaticChoice.STOP_AFTER_THIS_CARD);
            case PAUSED -> Set.of(AutomaticChoice.CONTINUE, AutomaticChoice.STOP_AFTER_THIS_CARD);
            case STOPPING, COMPLETED, HALTED -> Set.of();
        };
    }
}
