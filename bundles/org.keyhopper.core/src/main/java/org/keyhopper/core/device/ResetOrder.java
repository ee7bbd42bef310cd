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
 * What to reset, and whom to tell what hands have to do meanwhile.
 *
 * @param device which one
 * @param listed the passkeys that were seen on it with its PIN, if they were: some cannot be seen without, and they prove which device was put back
 * @param instruct told on the device's worker; returns at once
 * @param missed told, likewise, what the person missed before they get one more chance
 * @param confirmation how the operator is asked which device is in hand; empty where nobody can be asked, so that a device
 *     that cannot be told from others of its model is not reset
 * @param stop raised by any thread to give up waiting for a person; nothing is erased then
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
