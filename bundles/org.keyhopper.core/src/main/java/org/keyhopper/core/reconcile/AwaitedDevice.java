package org.keyhopper.core.reconcile;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.RecipientState;

/**
 * A device without which a recipient cannot be settled.
 *
 * @param recipient whose device it is
 * @param model the model's name, as it was known in the ceremony; may be empty
 * @param serial its serial number, if it has one
 * @param place the reader or port it was in
 * @param registered whether the directory lists its passkey, so that giving it up removes that
 * @param obstacle why the device did not help although it is connected; empty when it is not connected
 */
public record AwaitedDevice(
        RecipientState recipient,
        String model,
        Optional<String> serial,
        String place,
        boolean registered,
        Optional<Problem> obstacle) {

    /** Returns model and serial number in one line. */
    public String words() {
        return serial.map(number -> model.isBlank() ? number : model + ", " + number)
                .orElse(model);
    }
}
