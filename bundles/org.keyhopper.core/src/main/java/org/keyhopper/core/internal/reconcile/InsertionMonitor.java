package org.keyhopper.core.internal.reconcile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;

/** Monitors which devices are inserted while it is open. Used by one thread. */
final class InsertionMonitor implements AutoCloseable {

    /** How soon a cancellation is noticed. */
    private static final long POLL_MILLIS = 200;

    private final Set<LinkId> seen;
    private Devices.Subscription subscription;

    /** Guarded by this. */
    private List<LinkDescription> links = List.of();

    private InsertionMonitor(Set<LinkId> seen) {
        this.seen = seen;
    }

    /** Starts to monitor insertions, once the transports have reported the devices that are there. */
    static InsertionMonitor of(Devices devices) {
        Set<LinkId> seen = new HashSet<>();
        devices.awaitReported(DeviceSearch.REPORTING).links().forEach(link -> seen.add(link.id()));
        InsertionMonitor monitor = new InsertionMonitor(seen);
        monitor.subscription = devices.subscribe(monitor::changed);
        return monitor;
    }

    /** Waits for a moment; returns the devices that were inserted since the last call. */
    synchronized List<LinkDescription> next() {
        List<LinkDescription> inserted = unseen();
        if (inserted.isEmpty()) {
            try {
                wait(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            inserted = unseen();
        }
        inserted.forEach(link -> seen.add(link.id()));
        return inserted;
    }

    private List<LinkDescription> unseen() {
        return links.stream().filter(link -> !seen.contains(link.id())).toList();
    }

    private synchronized void changed(DevicesSnapshot snapshot) {
        links = snapshot.links();
        notifyAll();
    }

    @Override
    public void close() {
        subscription.close();
    }
}
