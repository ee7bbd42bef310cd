package org.keyhopper.core.internal.reset;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.StepFailedException;
import org.keyhopper.core.internal.device.WorkerLease;
import org.keyhopper.core.internal.reset.DeviceIdentity.Verdict;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Waits until the removed device is the only one connected. Another device that is inserted instead is only identified
 * and left alone; it is reported, and from the first of them on the operator has the whole time once more. One that is
 * removed while it is compared counts as not inserted. The wait ends however many others are inserted. Used by one
 * thread.
 */
final class ReinsertionWait {

    private final Reinsertion reinsertion;
    private final ResetContext context;
    private final DeviceMonitor monitor;
    private final DeviceIdentity identity;
    private final boolean confirmed;

    /** The other devices: those that were connected when it was removed, and those that were inserted instead. */
    private final Set<LinkId> others = new HashSet<>();

    /** Those of them that were inserted instead. */
    private final Set<LinkId> rejected = new HashSet<>();

    /** Devices that were removed while they were compared, which the transport may notice later. */
    private final Set<LinkId> gone = new HashSet<>();

    /** When the window of each closes, counted from when its insertion was noticed. */
    private final Map<LinkId, Deadline> windows = new HashMap<>();

    private Deadline end;
    private Instruction announced = new Instruction.None();

    /**
     * Made while the device is removed.
     *
     * @param confirmed whether the operator confirmed it
     */
    ReinsertionWait(
            Reinsertion reinsertion,
            ResetContext context,
            DeviceMonitor monitor,
            DeviceIdentity identity,
            boolean confirmed) {
        this.confirmed = confirmed;
        this.reinsertion = reinsertion;
        this.context = context;
        this.monitor = monitor;
        this.identity = identity;
        monitor.first().forEach(link -> others.add(link.id()));
    }

    /** Waits, and continues with the device. Returns when its window for a reset closes. */
    Deadline await() throws StepFailedException, DeviceException {
        end = Deadline.in(reinsertion.times().puttingBack());
        while (true) {
            List<LinkDescription> reported = monitor.present();
            List<LinkDescription> present =
                    reported.stream().filter(link -> !gone.contains(link.id())).toList();
            present.forEach(this::noteInsertion);
            if (present.size() == 1 && !others.contains(present.getFirst().id())) {
                LinkDescription link = present.getFirst();
                if (continueIfSame(link)) {
                    return windows.get(link.id());
                }
                if (!gone.contains(link.id())) {
                    reject(link);
                } else if (end.hasPassed()) {
                    throw givingUp(List.of());
                }
            } else if (!announce(instruction(present)) && !monitor.becomes(now -> !now.equals(reported), end)) {
                throw givingUp(present);
            }
        }
    }

    private void noteInsertion(LinkDescription link) {
        if (!others.contains(link.id()) && !windows.containsKey(link.id())) {
            windows.put(link.id(), Deadline.in(reinsertion.times().window()));
            context.inserted().accept(link);
        }
    }

    private void reject(LinkDescription link) throws StepFailedException {
        others.add(link.id());
        rejected.add(link.id());
        if (rejected.size() == 1) {
            end = Deadline.in(reinsertion.times().puttingBack());
        } else if (end.hasPassed()) {
            throw givingUp(List.of(link));
        }
        announced = new Instruction.None();
    }

    private Instruction instruction(List<LinkDescription> present) {
        boolean begins = announced instanceof Instruction.None && rejected.isEmpty();
        Duration left = begins ? reinsertion.times().puttingBack() : end.remaining();
        if (present.isEmpty()) {
            // The instruction to swap says to insert it, too.
            return announced instanceof Instruction.Swap ? announced : new Instruction.PutBack(left);
        }
        LinkDescription first = present.getFirst();
        if (present.size() == 1 && rejected.contains(first.id())) {
            return new Instruction.Swap(
                    left, first.serial().orElse(""), identity.link().serial().orElse(""));
        }
        List<LinkDescription> wrong =
                present.stream().filter(link -> others.contains(link.id())).toList();
        return new Instruction.RemoveOthers(left, DeviceMonitor.names(wrong.isEmpty() ? present : wrong));
    }

    /**
     * Gives the instruction unless it was the last one; returns whether it did, since the devices may have changed
     * meanwhile.
     */
    private boolean announce(Instruction next) {
        boolean isNew = !next.with(Duration.ZERO).equals(announced.with(Duration.ZERO));
        if (isNew) {
            announced = next;
            context.instruct(next);
        }
        return isNew;
    }

    private StepFailedException givingUp(List<LinkDescription> present) {
        if (present.stream().map(LinkDescription::id).anyMatch(rejected::contains)) {
            return new StepFailedException(Problem.of(DeviceProblem.DIFFERENT_DEVICE));
        }
        return new StepFailedException(
                present.isEmpty()
                        ? Problem.of(RunProblem.NOT_PUT_BACK)
                        : Problem.of(RunProblem.OTHERS_NOT_REMOVED, String.join(", ", DeviceMonitor.names(present))));
    }

    private boolean continueIfSame(LinkDescription link) throws StepFailedException, DeviceException {
        if (!identity.mayBe(link)) {
            return false;
        }
        context.instruct(new Instruction.None());
        announced = new Instruction.None();
        WorkerLease lease = WorkerLease.of(reinsertion.devices(), link.id());
        boolean same = false;
        try {
            OpenDevice device = lease.device();
            Verdict verdict = lease.run(() -> identity.compare(device));
            same = verdict != Verdict.DIFFERENT;
            if (same) {
                context.current().continueWith(lease, device, verdict == Verdict.PROVED || confirmed);
            }
            return same;
        } catch (DeviceException e) {
            if (!e.problem().is(DeviceProblem.GONE)) {
                throw e;
            }
            gone.add(link.id());
            return false;
        } finally {
            if (!same) {
                lease.close();
            }
        }
    }
}
