package org.keyhopper.core.internal.reset;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.core.run.RunProblem;

/** Waits for what a person does with the devices. */
final class DeviceMonitor implements AutoCloseable {

    /** How soon a wish to stop is seen. */
    private static final long GLANCE_MILLIS = 200;

    private final Interruption stop;
    private final Devices.Subscription subscription;

    /** Guarded by this. */
    private List<LinkDescription> links = List.of();

    DeviceMonitor(Devices devices, Interruption stop) {
        this.stop = stop;
        this.subscription = devices.follow(this::changed);
    }

    synchronized List<LinkDescription> links() {
        return links;
    }

    /** Waits until what is plugged in is as wanted; returns false when it is not in time, and fails when stopped. */
    synchronized boolean becomes(Predicate<List<LinkDescription>> wanted, Deadline deadline) throws StepFailure {
        while (!wanted.test(links)) {
            if (stop.isRaised()) {
                throw new StepFailure(stop.problem());
            }
            if (deadline.hasPassed()) {
                return false;
            }
            pause(deadline);
        }
        return true;
    }

    /** Waits for the first device that is as wanted; empty when none comes in time. */
    Optional<LinkDescription> arrival(Predicate<LinkDescription> wanted, Deadline deadline) throws StepFailure {
        becomes(present -> present.stream().anyMatch(wanted), deadline);
        return links().stream().filter(wanted).findFirst();
    }

    @Override
    public void close() {
        subscription.close();
    }

    private synchronized void changed(DevicesSnapshot snapshot) {
        links = snapshot.links();
        notifyAll();
    }

    private void pause(Deadline deadline) throws StepFailure {
        try {
            wait(Math.min(GLANCE_MILLIS, 1 + deadline.remaining().toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure(Problem.of(RunProblem.STOPPED));
        }
    }
}
