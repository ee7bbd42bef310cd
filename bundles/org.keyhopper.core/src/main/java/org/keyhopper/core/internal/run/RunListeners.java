package org.keyhopper.core.internal.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who follow a run. A follower that throws is logged and does not stop the run. */
final class RunListeners implements RunListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunListeners.class);

    private final List<RunListener> listeners = new CopyOnWriteArrayList<>();

    /** Adds one, which hears the present state. */
    void add(RunListener listener, RunSnapshot present) {
        listeners.add(listener);
        guarded(() -> listener.changed(present));
    }

    @Override
    public void changed(RunSnapshot snapshot) {
        listeners.forEach(listener -> guarded(() -> listener.changed(snapshot)));
    }

    @Override
    public void happened(RunEvent event) {
        listeners.forEach(listener -> guarded(() -> listener.happened(event)));
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOGGER.error("A follower of the run failed", e);
        }
    }
}
