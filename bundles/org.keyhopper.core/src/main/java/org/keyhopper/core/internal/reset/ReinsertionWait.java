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
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.internal.device.WorkerLease;
import org.keyhopper.core.internal.reset.DeviceIdentity.Verdict;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Waits until the device that was taken out is the only one plugged in. Another one that comes instead is asked for nothing
 * but what it is; the operator is told, and has the whole time once more from the first of them on. However many others come,
 * the wait ends.
 */
final class ReinsertionWait {

    private final Reinsertion reinsertion;
    private final ResetContext context;
    private final DeviceMonitor monitor;
    private final DeviceIdentity identity;
    private final boolean confirmed;

    /** Those that are not it: what was there when it was taken out, and what came instead. */
    private final Set<LinkId> others = new HashSet<>();

    /** Those of them that came instead. */
    private final Set<LinkId> rejected = new HashSet<>();

    /** When the window of each closes, counted from when it was seen. */
    private final Map<LinkId, Deadline> windows = new HashMap<>();

    private Deadline end;
    private Instruction told = new Instruction.None();

    /**
     * To be made when the device is out.
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

    /** Waits, and moves to it. Returns when its window for a reset closes. */
    Deadline await() throws StepFailure, DeviceException {
        end = Deadline.in(reinsertion.times().puttingBack());
        while (true) {
            List<LinkDescription> present = monitor.present();
            present.forEach(this::noteArrival);
            if (present.size() == 1 && !others.contains(present.getFirst().id())) {
                LinkDescription link = present.getFirst();
                if (isIt(link)) {
                    return windows.get(link.id());
                }
                reject(link);
            } else if (!isNews(instruction(present)) && !monitor.becomes(now -> !now.equals(present), end)) {
                throw givingUp(present);
            }
        }
    }

    private void noteArrival(LinkDescription link) {
        if (!others.contains(link.id()) && !windows.containsKey(link.id())) {
            windows.put(link.id(), Deadline.in(reinsertion.times().window()));
            context.cameBack(link);
        }
    }

    private void reject(LinkDescription link) throws StepFailure {
        others.add(link.id());
        rejected.add(link.id());
        if (rejected.size() == 1) {
            end = Deadline.in(reinsertion.times().puttingBack());
        } else if (end.hasPassed()) {
            throw givingUp(List.of(link));
        }
        told = new Instruction.None();
    }

    private Instruction instruction(List<LinkDescription> present) {
        boolean begins = told instanceof Instruction.None && rejected.isEmpty();
        Duration left = begins ? reinsertion.times().puttingBack() : end.remaining();
        if (present.isEmpty()) {
            // What is said of another one that was put in says this, too.
            return told instanceof Instruction.Swap ? told : new Instruction.PutBack(left);
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

    /** Tells it unless that was just done; then what is plugged in may have changed meanwhile. */
    private boolean isNews(Instruction next) {
        boolean news = !next.with(Duration.ZERO).equals(told.with(Duration.ZERO));
        if (news) {
            told = next;
            context.instruct(next);
        }
        return news;
    }

    private StepFailure givingUp(List<LinkDescription> present) {
        if (present.stream().map(LinkDescription::id).anyMatch(rejected::contains)) {
            return new StepFailure(Problem.of(DeviceProblem.DIFFERENT_DEVICE));
        }
        return new StepFailure(
                present.isEmpty()
                        ? Problem.of(RunProblem.NOT_PUT_BACK)
                        : Problem.of(RunProblem.OTHERS_NOT_REMOVED, String.join(", ", DeviceMonitor.names(present))));
    }

    private boolean isIt(LinkDescription link) throws StepFailure, DeviceException {
        if (!identity.mayBe(link)) {
            return false;
        }
        context.instruct(new Instruction.None());
        told = new Instruction.None();
        WorkerLease lease = WorkerLease.of(reinsertion.devices(), link.id());
        boolean same = false;
        try {
            OpenDevice device = lease.device();
            Verdict verdict = lease.run(() -> identity.compare(device));
            same = verdict != Verdict.DIFFERENT;
            if (same) {
                context.moveTo(lease, device, verdict == Verdict.PROVED || confirmed);
            }
            return same;
        } finally {
            if (!same) {
                lease.close();
            }
        }
    }
}
