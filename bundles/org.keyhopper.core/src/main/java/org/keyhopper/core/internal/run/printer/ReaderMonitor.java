package org.keyhopper.core.internal.run.printer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;

/** What the readers report, for printers that wait for a card to come or go. Any thread. */
final class ReaderMonitor implements AutoCloseable {

    private static final Duration FIRST_REPORT = Duration.ofSeconds(5);

    private DevicesSnapshot latest;
    private Devices.Subscription subscription;

    private ReaderMonitor(DevicesSnapshot latest) {
        this.latest = latest;
    }

    /** Starts to watch, as soon as all transports have reported once. */
    static ReaderMonitor of(Devices devices) {
        ReaderMonitor monitor = new ReaderMonitor(devices.awaitReported(FIRST_REPORT));
        monitor.subscription = devices.subscribe(monitor::changed);
        return monitor;
    }

    private synchronized void changed(DevicesSnapshot snapshot) {
        latest = snapshot;
        notifyAll();
    }

    /** Returns the names of all readers. */
    synchronized List<String> slots() {
        return latest.slots().values().stream().flatMap(List::stream).toList();
    }

    /** Returns the cards in all readers. */
    synchronized List<LinkDescription> cards() {
        return latest.links();
    }

    Optional<LinkDescription> cardAt(String slot) {
        return cards().stream().filter(card -> card.id().slot().equals(slot)).findFirst();
    }

    /** Waits for a state of the readers; returns whether it was reached before the deadline. */
    synchronized boolean await(Predicate<List<LinkDescription>> wanted, Deadline deadline) throws InterruptedException {
        while (!wanted.test(latest.links())) {
            if (deadline.hasPassed()) {
                return false;
            }
            wait(1 + deadline.remaining().toMillis());
        }
        return true;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
