package org.keyhopper.ui.model.manual;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.model.ObservableState.Subscription;

/** Passes the audible cues of runs on to their listeners, on the thread of the run. Any thread. */
public final class Cues {

    private final List<Consumer<Cue>> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener, until the subscription is closed. */
    public Subscription follow(Consumer<Cue> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void publish(Cue cue) {
        listeners.forEach(listener -> listener.accept(cue));
    }

    void settled(Outcome outcome) {
        switch (outcome) {
            case PROVISIONED -> publish(Cue.DONE);
            case FAILED, UNCLEAR -> publish(Cue.FAILED);
            case PENDING, SKIPPED -> {
                // The operator skipped the recipient and needs no cue.
            }
        }
    }
}
