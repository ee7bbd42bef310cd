package org.keyhopper.core.care;

import java.util.Set;
import java.util.function.Consumer;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.LinkId;

/**
 * What to make blank, and whom to tell what hands have to do meanwhile.
 *
 * @param device which one
 * @param listed the passkeys that were seen on it with its PIN, if they were: some cannot be seen without
 * @param instruct told on the device's worker; returns at once
 * @param missed told, likewise, what the person missed before they get one more chance
 * @param stop raised by any thread to give up waiting for a person; nothing is erased then
 */
public record ResetOrder(
        LinkId device,
        Set<CredentialId> listed,
        Consumer<Instruction> instruct,
        Consumer<Problem> missed,
        CancelSignal stop) {

    public ResetOrder {
        listed = Set.copyOf(listed);
    }
}
