package org.keyhopper.transport.helper.internal.client;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.keyhopper.api.transport.TransportProvider.TransportListener;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.transport.support.TransportMonitor;

/** Notifies one listener of each state of the helper, in order, on a thread of its own. */
final class StateNotifier extends TransportMonitor {

    private final BlockingQueue<TransportState> states = new LinkedBlockingQueue<>();

    StateNotifier(TransportListener listener) {
        super("helper states", listener);
    }

    void offer(TransportState state) {
        states.add(state);
    }

    @Override
    public void close() {
        super.close();
        // Wakes up the thread, which then ends; not by an interrupt, since the listener itself may be the caller.
        states.add(TransportState.of(List.of(), List.of()));
    }

    @Override
    protected void run() {
        try {
            while (!isClosed()) {
                report(states.take());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
