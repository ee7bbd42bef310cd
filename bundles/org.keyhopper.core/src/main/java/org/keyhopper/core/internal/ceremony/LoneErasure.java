package org.keyhopper.core.internal.ceremony;

import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.care.ResetOrder;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Erases a device outside of a ceremony. Runs on the worker of the device it begins with, which waits while that of the
 * device put back works.
 */
public final class LoneErasure implements Erasing {

    private final Consumer<Instruction> instruct;
    private final Consumer<Problem> missed;
    private final Interruption stop;
    private OpenDevice device;

    /** The worker of the device that was put back, if one was. */
    private Loan loan;

    private LoneErasure(OpenDevice device, ResetOrder order) {
        this.device = device;
        this.instruct = order.instruct();
        this.missed = order.missed();
        this.stop = new Interruption(order.stop());
    }

    /**
     * Erases it.
     *
     * @return where it is reached now
     * @throws DeviceException also when it was not taken out or put back, or when waiting for that was given up: CANCELLED
     */
    public static LinkDescription of(OpenDevice device, Replug replug, ResetOrder order) throws DeviceException {
        LoneErasure erasure = new LoneErasure(device, order);
        try {
            new GuidedErasure(Optional.of(replug)).erase(erasure);
            return erasure.device.link();
        } catch (StepFailure e) {
            throw DeviceException.refused(
                    e.problem().is(RunProblem.STOPPED) ? Problem.of(DeviceProblem.CANCELLED) : e.problem());
        } finally {
            erasure.giveBack();
        }
    }

    @Override
    public OpenDevice device() {
        return device;
    }

    @Override
    public <T> T onDevice(Loan.Work<T> work) throws StepFailure, DeviceException {
        return loan == null ? work.run() : loan.run(work);
    }

    @Override
    public void letGo() {
        if (loan == null) {
            device.channel().close();
        }
        giveBack();
    }

    @Override
    public void moveTo(Loan next, OpenDevice opened) {
        loan = next;
        device = opened;
    }

    @Override
    public void cameBack(LinkDescription link) {
        // Whoever wants to know where it is hears it at the end.
    }

    @Override
    public void instruct(Instruction instruction) {
        instruct.accept(instruction);
    }

    @Override
    public void missed(Problem problem) {
        instruct.accept(new Instruction.None());
        missed.accept(problem);
    }

    @Override
    public Interruption stop() {
        return stop;
    }

    private void giveBack() {
        if (loan != null) {
            loan.close();
            loan = null;
        }
    }
}
