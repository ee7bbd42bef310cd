package org.keyhopper.ui.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticListener;
import org.keyhopper.core.automatic.AutomaticRun;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunEvent;

/** A printer run that shows given snapshots and records the choices made. */
public final class FakeAutomaticRun implements AutomaticRun {

    private final List<AutomaticListener> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Tally> ended = new CompletableFuture<>();
    public final List<String> chosen = new ArrayList<>();
    private volatile AutomaticSnapshot snapshot;

    public FakeAutomaticRun(AutomaticSnapshot first) {
        snapshot = first;
    }

    public void show(AutomaticSnapshot next) {
        snapshot = next;
        listeners.forEach(listener -> listener.changed(next));
    }

    public void publish(RunEvent event) {
        listeners.forEach(listener -> listener.happened(event));
    }

    public void end() {
        ended.complete(snapshot.tally());
    }

    @Override
    public AutomaticSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public void addListener(AutomaticListener listener) {
        listeners.add(listener);
        listener.changed(snapshot);
    }

    @Override
    public void choose(AutomaticChoice choice) {
        chosen.add(choice.name());
    }

    @Override
    public void choose(int printer, PrinterChoice choice, int question) {
        chosen.add(printer + " " + choice.name());
    }

    @Override
    public CompletableFuture<Tally> ended() {
        return ended;
    }
}
