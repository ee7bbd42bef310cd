package org.keyhopper.transport.support;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.keyhopper.api.transport.TransportProvider.TransportListener;
import org.keyhopper.api.transport.TransportProvider.Watch;
import org.keyhopper.api.transport.TransportState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Monitors the devices of a transport on a thread of its own, and reports their state to one listener: each state that
 * differs from the previous one, in order, one call at a time, and none that begins after {@link #close} has returned.
 */
public abstract class TransportMonitor implements Watch {

    private static final Logger LOGGER = LoggerFactory.getLogger(TransportMonitor.class);

    private final String name;
    private final TransportListener listener;

    /** Guarded by this; null until the first report. */
    private TransportState reported;

    private volatile boolean closed;

    /** @param name of the thread, also in the log */
    protected TransportMonitor(String name, TransportListener listener) {
        this.name = Objects.requireNonNull(name);
        this.listener = Objects.requireNonNull(listener);
    }

    /** Starts the thread. */
    public final void start() {
        Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Monitors until this is closed, on the thread. */
    protected abstract void run();

    protected final boolean isClosed() {
        return closed;
    }

    /** Returns the state that was reported last; nothing connected if none was. */
    protected final synchronized TransportState last() {
        return reported == null ? TransportState.of(List.of(), List.of()) : reported;
    }

    /** Reports the state if it differs from the last one. Blocks while the listener is called; any thread. */
    protected final synchronized void report(TransportState state) {
        if (closed || state.equals(reported)) {
            return;
        }
        reported = state;
        try {
            listener.changed(state);
        } catch (RuntimeException failure) {
            LOGGER.warn("Listener of {} failed", name, failure);
        }
    }

    /** Waits between two queries; returns at once if this is closed. An interrupt closes this. */
    protected final void pause(Duration time) {
        try {
            Thread.sleep(closed ? Duration.ZERO : time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** The lock ensures that no call of the listener begins after this has returned. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
