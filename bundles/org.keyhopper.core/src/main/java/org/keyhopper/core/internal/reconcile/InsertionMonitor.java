package org.keyhopper.core.internal.reconcile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;

/** The devices that are inserted while it is open. */
final class InsertionMonitor implements AutoCloseable {

    /** How soon a wish to stop is seen. */
    private static final long GLANCE_MILLIS = 200;

    private final Devices.Subscription subscription;

    /** Guarded by this, as is what follows. */
    private final Set<LinkId> seen = new HashSet<>();

    private List<LinkDescription> links = List.of();

    InsertionMonitor(Devices devices) {
        devices.settled(DeviceSearch.REPORTING).links().forEach(link -> seen.add(link.id()));
        subscription = devices.follow(this::changed);
    }

    /** Waits for a moment; returns what was inserted since the last call. */
    synchronized List<LinkDescription> next() {
        List<LinkDescription> inserted = unseen();
        if (inserted.isEmpty()) {
            try {
                wait(GLANCE_MILLIS);
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
