package org.keyhopper.core.internal.reset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.DevicesSnapshot;
import org.keyhopper.core.internal.device.Interruption;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/** Monitors the FIDO devices within the operator's reach, and waits for changes. Used by one thread; closed by it. */
final class DeviceMonitor implements AutoCloseable {

    /** How soon a stop is noticed. */
    private static final long POLL_MILLIS = 200;

    /** How long a card is asked whether it is a FIDO device; one that does not answer counts as one. */
    private static final long ASKING_SECONDS = 5;

    private final Devices devices;
    private final Set<String> ignored;
    private final Interruption stop;
    private final Map<LinkId, Boolean> fido = new HashMap<>();
    private List<LinkDescription> first = List.of();
    private Devices.Subscription subscription;

    /** Guarded by this. */
    private List<LinkDescription> links = List.of();

    private DeviceMonitor(Devices devices, Set<String> ignored, Interruption stop) {
        this.devices = devices;
        this.ignored = ignored;
        this.stop = stop;
    }

    /**
     * Starts to monitor the devices.
     *
     * @param ignored slots that are left out, except that of the device itself
     * @param own the device on whose worker this is called
     */
    static DeviceMonitor of(Devices devices, Set<String> ignored, Interruption stop, LinkId own) {
        Set<String> others = new HashSet<>(ignored);
        others.remove(own.slot());
        DeviceMonitor monitor = new DeviceMonitor(devices, others, stop);
        monitor.fido.put(own, true);
        monitor.subscription = devices.subscribe(monitor::changed);
        monitor.first = monitor.present();
        return monitor;
    }

    /** Returns the devices that were connected at the start. */
    List<LinkDescription> first() {
        return first;
    }

    /** Returns the devices that are connected now. */
    List<LinkDescription> present() {
        return links().stream()
                .filter(link -> !ignored.contains(link.id().slot()))
                .filter(link -> fido.computeIfAbsent(link.id(), id -> isFido(link)))
                .toList();
    }

    private synchronized List<LinkDescription> links() {
        return links;
    }

    /** A card in a reader may be any card, such as the operator's badge. */
    private boolean isFido(LinkDescription link) {
        if (link.kind() == DeviceKind.USB_KEY) {
            return true;
        }
        try {
            return devices.submit(link.id(), opened -> true).get(ASKING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (TimeoutException e) {
            return true;
        } catch (ExecutionException e) {
            return !(e.getCause() instanceof DeviceException refusal && isNoFido(refusal.problem()));
        }
    }

    private static boolean isNoFido(Problem problem) {
        return problem.is(DeviceProblem.NO_FIDO_APPLET) || problem.is(DeviceProblem.CARD_MUTE);
    }

    /** Waits until the devices are as wanted; returns false after the deadline, and fails when stopped. */
    boolean becomes(Predicate<List<LinkDescription>> wanted, Deadline deadline) throws StepFailedException {
        List<LinkDescription> seen = links();
        while (!wanted.test(present())) {
            if (stop.isCancelled()) {
                throw new StepFailedException(stop.problem());
            }
            if (deadline.hasPassed()) {
                return false;
            }
            awaitChange(seen, deadline);
            seen = links();
        }
        return true;
    }

    private synchronized void awaitChange(List<LinkDescription> seen, Deadline deadline) throws StepFailedException {
        if (!links.equals(seen)) {
            return;
        }
        try {
            wait(Math.min(POLL_MILLIS, 1 + deadline.remaining().toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailedException(Problem.of(RunProblem.STOPPED));
        }
    }

    /** Returns names that tell the devices apart. */
    static List<String> names(List<LinkDescription> links) {
        return links.stream()
                .map(link -> link.kind() == DeviceKind.USB_KEY
                        ? link.product()
                                + link.serial().map(serial -> " " + serial).orElse("")
                        : link.id().slot())
                .toList();
    }

    @Override
    public void close() {
        subscription.close();
    }

    private synchronized void changed(DevicesSnapshot snapshot) {
        links = snapshot.links();
        notifyAll();
    }
}
