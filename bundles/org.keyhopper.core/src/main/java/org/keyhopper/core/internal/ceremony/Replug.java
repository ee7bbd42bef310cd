package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Erases a device whose power only a person can take off and give back, such as a USB key: it is taken out, put back and
 * erased at once. What follows is done with the device that came back.
 *
 * @param takingOut how long the person may take to take it out
 * @param puttingBack how long to put it back
 * @param window how long after that it can be erased (CTAP 2.2 section 6.6)
 */
public record Replug(Devices devices, Duration takingOut, Duration puttingBack, Duration window) {

    /** With the times that a person at a desk needs. */
    public static Replug at(Devices devices) {
        return new Replug(devices, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(10));
    }

    void erase(Erasing state) throws StepFailure, DeviceException {
        LinkDescription before = state.device().link();
        UUID aaguid = state.device().authenticator().info().aaguid();
        LinkDescription back = putBack(state, before.id());
        Deadline deadline = Deadline.in(window);
        state.cameBack(back);
        refuseUnless(isSame(before, back));
        Loan loan = Loan.of(devices, back.id());
        try {
            state.moveTo(loan, recognised(loan, aaguid));
        } catch (DeviceException | StepFailure | RuntimeException e) {
            loan.close();
            throw e;
        }
        if (deadline.hasPassed()) {
            throw DeviceException.refused(Problem.of(DeviceProblem.RESET_TOO_LATE));
        }
        state.onDevice(() -> {
            Eraser.eraseNow(state.device(), state.stop(), state::instruct);
            return true;
        });
    }

    private LinkDescription putBack(Erasing state, LinkId old) throws StepFailure {
        try (Plugged plugged = new Plugged(devices, state.stop())) {
            Set<LinkId> known =
                    plugged.links().stream().map(LinkDescription::id).collect(Collectors.toUnmodifiableSet());
            state.instruct(new Instruction.TakeOut(takingOut));
            boolean out = plugged.becomes(
                    present -> present.stream().noneMatch(link -> link.id().equals(old)), Deadline.in(takingOut));
            if (!out) {
                throw new StepFailure(Problem.of(RunProblem.NOT_TAKEN_OUT));
            }
            state.letGo();
            state.instruct(new Instruction.PutBack(puttingBack));
            Optional<LinkDescription> back = plugged.arrival(
                    link -> link.id().transport().equals(old.transport()) && !known.contains(link.id()),
                    Deadline.in(puttingBack));
            state.instruct(new Instruction.None());
            return back.orElseThrow(() -> new StepFailure(Problem.of(RunProblem.NOT_PUT_BACK)));
        }
    }

    /** Nothing but what opening it needs is asked, since the window is short. */
    private static OpenDevice recognised(Loan loan, UUID aaguid) throws StepFailure, DeviceException {
        OpenDevice device = loan.device();
        refuseUnless(loan.run(() -> device.authenticator().info().aaguid().equals(aaguid)));
        return device;
    }

    private static void refuseUnless(boolean same) throws DeviceException {
        if (!same) {
            throw DeviceException.refused(Problem.of(DeviceProblem.DIFFERENT_DEVICE));
        }
    }

    private static boolean isSame(LinkDescription before, LinkDescription back) {
        return before.serial().isPresent() && back.serial().isPresent()
                ? before.serial().equals(back.serial())
                : before.fingerprint().equals(back.fingerprint());
    }
}
