package org.keyhopper.ui.model.manual;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.model.ObservableState.Subscription;

/** Passes on what is to be heard when a person is settled. Any thread. */
final class OutcomeCues {

    private final List<Consumer<Cue>> listeners = new CopyOnWriteArrayList<>();

    Subscription add(Consumer<Cue> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void settled(Outcome outcome) {
        switch (outcome) {
            case PROVISIONED -> listeners.forEach(listener -> listener.accept(Cue.DONE));
            case FAILED, UNCLEAR -> listeners.forEach(listener -> listener.accept(Cue.FAILED));
            case PENDING, SKIPPED -> {
                // The operator skipped the recipient and needs no cue.
            }
        }
    }
}
