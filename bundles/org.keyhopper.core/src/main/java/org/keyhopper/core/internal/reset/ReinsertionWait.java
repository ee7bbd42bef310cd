package org.keyhopper.core.internal.reset;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Waits for the device that was taken out. Another one that comes instead is asked for nothing but what it is; the person is
 * told, and has the whole time once more from the first of them on. However many others come, the wait ends.
 */
final class ReinsertionWait {

    private final Reinsertion reinsertion;
    private final ResetContext state;
    private final DeviceMonitor plugged;
    private final LinkDescription before;
    private final AuthenticatorInfo said;

    /** What was there from the start, and what came since. */
    private final Set<LinkId> known = new HashSet<>();

    private Optional<LinkDescription> other = Optional.empty();
    private Deadline end;

    /**
     * To be made before the device is taken out.
     *
     * @param said what it says of itself
     */
    ReinsertionWait(Reinsertion reinsertion, ResetContext state, DeviceMonitor plugged, AuthenticatorInfo said) {
        this.reinsertion = reinsertion;
        this.state = state;
        this.plugged = plugged;
        this.before = state.device().link();
        this.said = said;
        plugged.links().forEach(link -> known.add(link.id()));
    }

    /** Waits, and moves to it. Returns when its window for a reset closes, counted from when it was seen. */
    Deadline await() throws StepFailure, DeviceException {
        end = Deadline.in(reinsertion.puttingBack());
        while (true) {
            LinkDescription link = plugged.arrival(this::isNew, end).orElseThrow(this::givingUp);
            Deadline window = Deadline.in(reinsertion.window());
            known.add(link.id());
            state.cameBack(link);
            if (isIt(link)) {
                return window;
            }
            tellOf(link);
        }
    }

    private boolean isNew(LinkDescription link) {
        return link.id().transport().equals(before.id().transport()) && !known.contains(link.id());
    }

    private StepFailure givingUp() {
        boolean otherIsIn = other.filter(plugged.links()::contains).isPresent();
        return new StepFailure(Problem.of(otherIsIn ? DeviceProblem.DIFFERENT_DEVICE : RunProblem.NOT_PUT_BACK));
    }

    private void tellOf(LinkDescription link) throws StepFailure {
        boolean first = other.isEmpty();
        other = Optional.of(link);
        if (first) {
            end = Deadline.in(reinsertion.puttingBack());
        } else if (end.hasPassed()) {
            throw givingUp();
        }
        state.instruct(new Instruction.Swap(
                end.remaining(), link.serial().orElse(""), before.serial().orElse("")));
    }

    private boolean isIt(LinkDescription link) throws StepFailure, DeviceException {
        if (!looksLikeIt(link)) {
            return false;
        }
        state.instruct(new Instruction.None());
        WorkerLease loan = WorkerLease.of(reinsertion.devices(), link.id());
        boolean same = false;
        try {
            OpenDevice device = loan.device();
            same = loan.run(() -> isIt(link, device.authenticator().info()));
            if (same) {
                state.moveTo(loan, device);
            }
            return same;
        } finally {
            if (!same) {
                loan.close();
            }
        }
    }

    /** Keys without a number are told apart by all that they say of themselves: whether there is a PIN, how much room. */
    private boolean isIt(LinkDescription link, AuthenticatorInfo says) {
        return numbered(link) ? says.aaguid().equals(said.aaguid()) : says.equals(said);
    }

    private boolean numbered(LinkDescription link) {
        return before.serial().isPresent() && link.serial().isPresent();
    }

    private boolean looksLikeIt(LinkDescription link) {
        return numbered(link)
                ? before.serial().equals(link.serial())
                : before.fingerprint().equals(link.fingerprint());
    }
}
