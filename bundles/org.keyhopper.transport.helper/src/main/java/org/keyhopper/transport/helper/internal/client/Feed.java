package org.keyhopper.transport.helper.internal.client;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.keyhopper.api.transport.TransportProvider.TransportListener;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.transport.helper.internal.Log;

/** Tells one listener each state, in order, on a thread of its own. */
final class Feed {

    private final TransportListener listener;
    private final BlockingQueue<TransportState> states = new LinkedBlockingQueue<>();
    private boolean closed;

    Feed(TransportListener listener) {
        this.listener = listener;
        Thread.ofPlatform().daemon().name("tells of helped devices").start(this::run);
    }

    void offer(TransportState state) {
        states.add(state);
    }

    /** No call to the listener begins after this returned. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        // Wakes the thread, which then ends; not by an interrupt, since the listener itself may be the one who closes.
        states.add(TransportState.of(List.of(), List.of()));
    }

    private void run() {
        try {
            boolean wanted = true;
            while (wanted) {
                wanted = tell(states.take());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean tell(TransportState state) {
        if (closed) {
            return false;
        }
        try {
            listener.changed(state);
        } catch (RuntimeException failure) {
            Log.warn("A listener failed", failure);
        }
        return true;
    }
}
