package org.keyhopper.transport.hid.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.TransportProvider.TransportListener;
import org.keyhopper.api.transport.TransportProvider.Watch;
import org.keyhopper.api.transport.TransportState;

/** Looks at the USB ports a few times a second, on a thread of its own that waits for the one of all HID calls. */
final class KeyMonitor implements Watch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final String LIST = "the list of HID devices";

    private final HidThread thread;
    private final HidSystem system;
    private final TransportListener listener;
    private final KeyInsertions stays;
    private final Function<Insertion, DeviceLink> linkOf;
    private final Optional<Problem> blindness;
    private final Map<Insertion, DeviceLink> links = new HashMap<>();
    private TransportState told;
    private volatile boolean closed;

    /**
     * @param blindness why no key may be seen although it is plugged in, if there is a reason
     */
    KeyMonitor(
            HidThread thread,
            HidSystem system,
            Function<EnumeratedKey, Insertion> arrival,
            Function<Insertion, DeviceLink> linkOf,
            Optional<Problem> blindness,
            TransportListener listener) {
        this.thread = thread;
        this.system = system;
        this.stays = new KeyInsertions(arrival);
        this.linkOf = linkOf;
        this.blindness = blindness;
        this.listener = listener;
    }

    void start() {
        Thread.ofPlatform().daemon().name("USB ports").start(this::run);
    }

    private void run() {
        load();
        while (!closed) {
            look();
            pause();
        }
    }

    /** Here and not with the first look, since what takes long there is taken to hang. */
    private void load() {
        try {
            system.load();
        } catch (RuntimeException | LinkageError failure) {
            // The first look fails in the same way, and tells it.
            Log.debug("USB library", failure);
        }
    }

    private void look() {
        try {
            seen(thread.call(LIST, system::keys));
        } catch (ChannelException hung) {
            Log.debug("USB ports", hung);
            tellObstacle(hung.problem());
        } catch (RuntimeException failure) {
            Log.warn("USB ports cannot be watched", failure);
            tellObstacle(Problem.of(DeviceProblem.SERVICE_UNAVAILABLE).withDetail(failure.toString()));
        }
    }

    private void seen(List<EnumeratedKey> sightings) {
        List<Insertion> present = stays.update(sightings);
        links.keySet().retainAll(present);
        present.forEach(stay -> links.computeIfAbsent(stay, linkOf));
        List<DeviceLink> seen = present.stream().map(links::get).toList();
        tell(new TransportState(seen.isEmpty() ? blindness : Optional.empty(), List.of(), seen));
    }

    /** The keys seen before are taken to be there still: their own channels notice when they leave. */
    private void tellObstacle(Problem obstacle) {
        List<DeviceLink> last = told == null ? List.of() : told.links();
        tell(new TransportState(Optional.of(obstacle), List.of(), last));
    }

    /** The lock keeps a call to the listener from beginning after {@link #close()} returned. */
    private synchronized void tell(TransportState state) {
        if (closed || state.equals(told)) {
            return;
        }
        told = state;
        try {
            listener.changed(state);
        } catch (RuntimeException failure) {
            Log.warn("A listener of the USB ports failed", failure);
        }
    }

    private void pause() {
        try {
            Thread.sleep(closed ? Duration.ZERO : BETWEEN_LOOKS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
