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
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.transport.support.TransportMonitor;

/** Enumerates the keys a few times a second, on a thread of its own that submits its calls to {@link HidThread}. */
final class KeyMonitor extends TransportMonitor {

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final String LIST = "the list of HID devices";

    private final HidThread thread;
    private final HidSystem system;
    private final KeyInsertions insertions;
    private final Function<Insertion, DeviceLink> linkOf;
    private final Optional<Problem> blindness;
    private final Map<Insertion, DeviceLink> links = new HashMap<>();

    /** @param blindness why keys may be invisible although they are plugged in, if there is a reason */
    KeyMonitor(
            HidThread thread,
            HidSystem system,
            Function<EnumeratedKey, Insertion> arrival,
            Function<Insertion, DeviceLink> linkOf,
            Optional<Problem> blindness,
            TransportListener listener) {
        super("USB ports", listener);
        this.thread = thread;
        this.system = system;
        this.insertions = new KeyInsertions(arrival);
        this.linkOf = linkOf;
        this.blindness = blindness;
    }

    @Override
    protected void run() {
        load();
        while (!isClosed()) {
            enumerate();
            pause(INTERVAL);
        }
    }

    /** Separate from the first enumeration, since a slow call there would count as hanging. */
    private void load() {
        try {
            system.load();
        } catch (RuntimeException | LinkageError failure) {
            // The first enumeration fails the same way and reports it.
            Log.debug("USB library", failure);
        }
    }

    private void enumerate() {
        try {
            update(thread.call(LIST, system::keys));
        } catch (ChannelException hung) {
            Log.debug("USB ports", hung);
            reportObstacle(hung.problem());
        } catch (RuntimeException failure) {
            Log.warn("USB keys cannot be enumerated", failure);
            reportObstacle(Problem.of(DeviceProblem.SERVICE_UNAVAILABLE).withDetail(failure.toString()));
        }
    }

    private void update(List<EnumeratedKey> keys) {
        List<Insertion> present = insertions.update(keys);
        links.keySet().retainAll(present);
        present.forEach(insertion -> links.computeIfAbsent(insertion, linkOf));
        List<DeviceLink> seen = present.stream().map(links::get).toList();
        report(new TransportState(seen.isEmpty() ? blindness : Optional.empty(), List.of(), seen));
    }

    /** The last known keys are still reported: their channels detect a removal. */
    private void reportObstacle(Problem obstacle) {
        report(new TransportState(Optional.of(obstacle), List.of(), last().links()));
    }
}
