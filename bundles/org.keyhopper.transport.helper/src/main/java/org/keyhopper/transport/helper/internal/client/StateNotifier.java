package org.keyhopper.transport.helper.internal.client;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.keyhopper.api.transport.TransportProvider.TransportListener;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.transport.helper.internal.Log;

/** Notifies one listener of each state, in order, on a thread of its own. */
final class StateNotifier {

    private final TransportListener listener;
    private final BlockingQueue<TransportState> states = new LinkedBlockingQueue<>();
    private boolean closed;

    StateNotifier(TransportListener listener) {
        this.listener = listener;
        Thread.ofPlatform().daemon().name("helper states").start(this::run);
    }

    void offer(TransportState state) {
        states.add(state);
    }

    /** No call of the listener begins after this returns. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        // Wakes up the thread, which then ends; not by an interrupt, since the listener itself may be the caller.
        states.add(TransportState.of(List.of(), List.of()));
    }

    private void run() {
        try {
            boolean wanted = true;
            while (wanted) {
                wanted = notifyListener(states.take());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean notifyListener(TransportState state) {
        if (closed) {
            return false;
        }
        try {
            listener.changed(state);
        } catch (RuntimeException failure) {
            Log.warn("Listener of the helper's devices failed", failure);
        }
        return true;
    }
}
