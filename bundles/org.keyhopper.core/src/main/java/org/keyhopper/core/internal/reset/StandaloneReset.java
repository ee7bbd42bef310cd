package org.keyhopper.core.internal.reset;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.internal.device.Interruption;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.core.internal.device.WorkerLease;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.fido.DeviceException;

/**
 * Erases a device outside of a ceremony. Runs on the worker of the device it begins with, which waits while that of the
 * device put back works.
 */
public final class StandaloneReset implements ResetContext {

    private final Consumer<Instruction> instruct;
    private final Consumer<Problem> missed;
    private final Interruption stop;
    private final List<StoredCredential> listed;
    private final Optional<DeviceConfirmation> confirmation;
    private final CurrentDevice hand;

    private StandaloneReset(OpenDevice device, ResetOrder order) {
        hand = new CurrentDevice(device);
        this.instruct = order.instruct();
        this.missed = order.missed();
        this.listed = order.listed();
        this.confirmation = order.confirmation();
        this.stop = new Interruption(order.stop());
    }

    /**
     * Erases it.
     *
     * @return where it is reached now
     * @throws DeviceException also when it was not taken out or put back, or when waiting for that was given up: CANCELLED
     */
    public static LinkDescription of(OpenDevice device, Reinsertion reinsertion, ResetOrder order)
            throws DeviceException {
        StandaloneReset reset = new StandaloneReset(device, order);
        try {
            new GuidedReset(Optional.of(reinsertion)).reset(reset);
            return reset.hand.device().link();
        } catch (StepFailure e) {
            throw DeviceException.refused(
                    e.problem().is(RunProblem.STOPPED) ? Problem.of(DeviceProblem.CANCELLED) : e.problem());
        } finally {
            reset.hand.close();
        }
    }

    @Override
    public void letGo() {
        hand.letGo();
    }

    @Override
    public void moveTo(WorkerLease lease, OpenDevice opened, boolean certain) {
        hand.moveTo(lease, opened, certain);
    }

    @Override
    public void cameBack(LinkDescription link) {
        // Whoever wants to know where it is hears it at the end.
    }

    @Override
    public CurrentDevice current() {
        return hand;
    }

    @Override
    public List<StoredCredential> listed() {
        return listed;
    }

    @Override
    public Optional<DeviceConfirmation> confirmation() {
        return confirmation;
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
}
