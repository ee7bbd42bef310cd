package org.keyhopper.core.internal.reset;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.core.internal.device.Interruption;

/**
 * The device to reset and the operator who handles it. The consumers are called on the device's worker and return at
 * once.
 *
 * @param current the device
 * @param listed credentials that the device listed with its PIN; empty when it was not asked
 * @param instructions what the operator has to do now
 * @param missed what the operator missed before another attempt
 * @param inserted each device that is inserted during a reinsertion, the same or another
 * @param confirmation how the operator confirms the device; empty where there is no operator to ask
 * @param stop ends waiting for the operator
 */
public record ResetContext(
        CurrentDevice current,
        List<StoredCredential> listed,
        Consumer<Instruction> instructions,
        Consumer<Problem> missed,
        Consumer<LinkDescription> inserted,
        Optional<DeviceConfirmation> confirmation,
        Interruption stop) {

    /** A device that is reset outside of a ceremony. */
    public static ResetContext of(CurrentDevice current, ResetOrder order) {
        return new ResetContext(
                current,
                order.listed(),
                order.instruct(),
                order.missed(),
                link -> {},
                order.confirmation(),
                new Interruption(order.stop()));
    }

    /** A device without an operator who could remove it. */
    public static ResetContext unattended(OpenDevice device, Consumer<Instruction> instructions) {
        return new ResetContext(
                new CurrentDevice(device),
                List.of(),
                instructions,
                problem -> {},
                link -> {},
                Optional.empty(),
                new Interruption());
    }

    OpenDevice device() {
        return current.device();
    }

    void instruct(Instruction instruction) {
        instructions.accept(instruction);
    }

    /** Reports what the operator missed, after taking the instruction back. */
    public void reportMissed(Problem problem) {
        instructions.accept(new Instruction.None());
        missed.accept(problem);
    }
}
