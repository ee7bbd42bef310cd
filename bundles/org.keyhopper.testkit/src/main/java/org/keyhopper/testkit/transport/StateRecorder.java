package org.keyhopper.testkit.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.TransportProvider.TransportListener;
import org.keyhopper.api.transport.TransportState;

/** Records the states of a transport and waits for an expected one. Thread-safe. */
public final class StateRecorder implements TransportListener {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Guarded by this. */
    private final List<TransportState> states = new ArrayList<>();

    @Override
    public synchronized void changed(TransportState state) {
        states.add(state);
        notifyAll();
    }

    /** Returns all recorded states in order. */
    public synchronized List<TransportState> states() {
        return List.copyOf(states);
    }

    /** Waits until the latest state meets the expectation. Throws AssertionError after a timeout. */
    public synchronized TransportState await(String what, Predicate<TransportState> expectation)
            throws InterruptedException {
        Deadline end = Deadline.in(TIMEOUT);
        while (states.isEmpty() || !expectation.test(states.getLast())) {
            if (end.hasPassed()) {
                throw new AssertionError("timed out waiting for " + what + "; recorded " + states);
            }
            TimeUnit.NANOSECONDS.timedWait(this, end.remaining().toNanos());
        }
        return states.getLast();
    }

    /** Waits for exactly one device, and returns it. */
    public DeviceLink awaitDevice() throws InterruptedException {
        return await("a device", state -> state.links().size() == 1).links().getFirst();
    }

    /** Waits for no device and no obstacle. */
    public void awaitNoDevice() throws InterruptedException {
        await("no device", state -> state.links().isEmpty() && state.obstacle().isEmpty());
    }
}
