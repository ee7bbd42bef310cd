package org.keyhopper.ui.model.automatic;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.manual.Cue;
import org.keyhopper.ui.model.manual.Cues;

/** Follows one run. Once another run has been started, its updates are no longer shown. */
final class AutomaticRunTracker implements AutomaticListener {

    private final Consumer<AutomaticRunTracker> show;
    private final Cues cues;
    private final RunLabels labels;
    private final HopperCounts hoppers = new HopperCounts();
    private final AtomicReference<AutomaticRun> run = new AtomicReference<>();
    private final AtomicReference<AutomaticSnapshot> latest = new AtomicReference<>();
    private final Set<Integer> waiting = new HashSet<>();
    private volatile boolean switching;
    private boolean completed;

    AutomaticRunTracker(WorkbenchContext context, Consumer<AutomaticRunTracker> show, Cues cues) {
        this.show = show;
        this.cues = cues;
        labels = new RunLabels(context);
    }

    void follow(AutomaticRun started) {
        run.set(started);
        show.accept(this);
    }

    boolean isOver() {
        AutomaticRun started = run.get();
        return started != null && started.ended().isDone();
    }

    Optional<AutomaticSnapshot> snapshot() {
        return Optional.ofNullable(latest.get());
    }

    /** Composes the screen. Called by the run and by the clock, therefore synchronized. */
    synchronized RunScreen screen() {
        return labels.of(latest.get(), hoppers, switching);
    }

    HopperCounts hoppers() {
        return hoppers;
    }

    void choose(AutomaticChoice choice) {
        Optional.ofNullable(run.get()).ifPresent(started -> started.choose(choice));
    }

    void choose(int index, PrinterButton button) {
        Optional.ofNullable(run.get()).ifPresent(started -> started.choose(index, button.choice(), button.question()));
    }

    void stopThen(Runnable after) {
        AutomaticRun started = run.get();
        if (started != null && !switching) {
            switching = true;
            started.ended().thenRun(after);
            started.choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        }
    }

    @Override
    public void changed(AutomaticSnapshot snapshot) {
        latest.set(snapshot);
        for (int i = 0; i < snapshot.printers().size(); i++) {
            if (CardPathLabels.isHopperEmpty(snapshot.printers().get(i).notice())) {
                hoppers.empty(i);
            }
        }
        show.accept(this);
        attention(snapshot);
        if (snapshot.isOver() && !completed) {
            completed = true;
            cues.publish(snapshot.phase() == AutomaticPhase.COMPLETED ? Cue.DONE : Cue.ATTENTION);
        }
    }

    /** Plays a cue once when a printer starts to wait for the operator. */
    private void attention(AutomaticSnapshot snapshot) {
        for (int i = 0; i < snapshot.printers().size(); i++) {
            PrinterPhase phase = snapshot.printers().get(i).phase();
            boolean waits = phase == PrinterPhase.NEEDS_OPERATOR || phase == PrinterPhase.CARD_LOST;
            if (!waits) {
                waiting.remove(i);
            } else if (waiting.add(i)) {
                cues.publish(Cue.ATTENTION);
            }
        }
    }

    @Override
    public void happened(RunEvent event) {
        if (event instanceof RunEvent.CardMoved moved) {
            hoppers.moved(moved.printer(), moved.to());
        }
        if (event instanceof RunEvent.Settled(var recipient)
                && (recipient.outcome() == Outcome.FAILED || recipient.outcome() == Outcome.UNCLEAR)) {
            cues.publish(Cue.FAILED);
        }
    }
}
