package org.keyhopper.core.internal.reset;

import java.time.Duration;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Gives fresh power to a device whose power only a person can take off and give back, such as a USB key: it is taken out and
 * put back, and erased at once where that is wanted. Another one put in instead is told of and left alone, and the right one
 * waited for. What follows is done with the device that came back.
 *
 * @param takingOut how long the person may take to take it out
 * @param puttingBack how long to put it back; once more as long after another was put in instead
 * @param window how long after that it can be erased (CTAP 2.2 section 6.6)
 */
public record Reinsertion(Devices devices, Duration takingOut, Duration puttingBack, Duration window) {

    /** With the times that a person at a desk needs. */
    public static Reinsertion at(Devices devices) {
        return new Reinsertion(devices, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(10));
    }

    void reset(ResetContext state) throws StepFailure, DeviceException {
        Deadline closing = comeBack(state);
        if (closing.hasPassed()) {
            throw DeviceException.refused(Problem.of(DeviceProblem.RESET_TOO_LATE));
        }
        state.onDevice(() -> {
            AuthenticatorReset.resetNow(state.device(), state.stop(), state::instruct);
            return true;
        });
    }

    /**
     * Has a person take it out and put it back, and moves to it; returns when the window closes in which it can be erased.
     * Fails with NOT_TAKEN_OUT, NOT_PUT_BACK or DIFFERENT_DEVICE.
     */
    public Deadline comeBack(ResetContext state) throws StepFailure, DeviceException {
        LinkId old = state.device().link().id();
        AuthenticatorInfo said = state.onDevice(() -> lastWord(state.device()));
        try (DeviceMonitor plugged = new DeviceMonitor(devices, state.stop())) {
            ReinsertionWait wait = new ReinsertionWait(this, state, plugged, said);
            state.instruct(new Instruction.TakeOut(takingOut));
            boolean out = plugged.becomes(
                    present -> present.stream().noneMatch(link -> link.id().equals(old)), Deadline.in(takingOut));
            if (!out) {
                throw new StepFailure(Problem.of(RunProblem.NOT_TAKEN_OUT));
            }
            state.letGo();
            state.instruct(new Instruction.PutBack(puttingBack));
            return wait.await();
        }
    }

    /** One without a number is known by what it says of itself, which something done to it may have changed. */
    private static AuthenticatorInfo lastWord(OpenDevice device) throws DeviceException {
        boolean numbered = device.link().serial().isPresent();
        return numbered ? device.authenticator().info() : device.authenticator().readInfo();
    }
}
