package org.keyhopper.core.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.LinkId;

/**
 * Which device to reset, and how to reach its operator. The consumers are called on the device's worker and return at
 * once.
 *
 * @param device the device
 * @param listed credentials that it listed with its PIN, if it was given: they may be invisible without it, and they
 *     prove which device was reinserted
 * @param instruct what the operator has to do now
 * @param missed what the operator missed before the next attempt
 * @param confirmation how the operator confirms the device; empty where there is none to ask, so that a device that
 *     cannot be distinguished from others of its model is not reset
 * @param stop ends waiting for the operator, by any thread; nothing is reset then
 */
public record ResetOrder(
        LinkId device,
        List<StoredCredential> listed,
        Consumer<Instruction> instruct,
        Consumer<Problem> missed,
        Optional<DeviceConfirmation> confirmation,
        CancelSignal stop) {

    public ResetOrder {
        listed = List.copyOf(listed);
    }
}
