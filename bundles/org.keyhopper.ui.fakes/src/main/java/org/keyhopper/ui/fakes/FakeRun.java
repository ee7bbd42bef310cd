package org.keyhopper.ui.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.Run;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunMoment;
import org.keyhopper.core.run.RunSnapshot;

/** A run that shows given snapshots and records the choices made. */
public class FakeRun implements Run {

    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Tally> ended = new CompletableFuture<>();
    private final List<Choice> chosen = new ArrayList<>();
    private final List<LinkId> picked = new ArrayList<>();
    private final List<LinkId> blinked = new ArrayList<>();
    private final List<Integer> visited = new ArrayList<>();
    private volatile RunSnapshot snapshot;

    public FakeRun(RunSnapshot first) {
        snapshot = first;
    }

    public void show(RunSnapshot next) {
        snapshot = next;
        listeners.forEach(listener -> listener.changed(next));
    }

    public void publish(RunEvent event) {
        listeners.forEach(listener -> listener.happened(event));
    }

    public void end() {
        ended.complete(snapshot.tally());
    }

    public List<Choice> chosen() {
        return chosen;
    }

    public List<LinkId> picked() {
        return picked;
    }

    public List<LinkId> blinked() {
        return blinked;
    }

    /** Returns the positions of the people that were gone to. */
    public List<Integer> visited() {
        return visited;
    }

    @Override
    public RunSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public void addListener(RunListener listener) {
        listeners.add(listener);
        listener.changed(snapshot);
    }

    @Override
    public void choose(Choice choice, RunMoment seen) {
        chosen.add(choice);
    }

    @Override
    public void select(LinkId device) {
        picked.add(device);
    }

    @Override
    public void wink(LinkId device) {
        blinked.add(device);
    }

    @Override
    public void goTo(int position) {
        visited.add(position);
    }

    @Override
    public CompletableFuture<Tally> ended() {
        return ended;
    }
}
