package org.keyhopper.core.internal.automatic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;

/** What the readers see, for whoever waits for a card to come or go. Any thread. */
final class ReaderMonitor implements AutoCloseable {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

    private final Devices.Subscription subscription;
    private DevicesSnapshot seen;

    ReaderMonitor(Devices devices) {
        this.seen = devices.settled(FIRST_LOOK);
        this.subscription = devices.follow(this::changed);
    }

    private synchronized void changed(DevicesSnapshot snapshot) {
        seen = snapshot;
        notifyAll();
    }

    /** Returns the names of all readers. */
    synchronized List<String> slots() {
        return seen.slots().values().stream().flatMap(List::stream).toList();
    }

    /** Returns every card that is seen now. */
    synchronized List<LinkDescription> cards() {
        return seen.links();
    }

    Optional<LinkDescription> cardAt(String slot) {
        return cards().stream().filter(card -> card.id().slot().equals(slot)).findFirst();
    }

    /** Waits until what is seen is as wanted; returns whether it came to that before the deadline. */
    synchronized boolean await(Predicate<List<LinkDescription>> wanted, Deadline deadline) throws InterruptedException {
        while (!wanted.test(seen.links())) {
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
