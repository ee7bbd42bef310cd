package org.keyhopper.core.reconcile;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.RecipientState;

/**
 * A device without which a recipient cannot be resolved.
 *
 * @param recipient the recipient
 * @param model the name of its model, as the ceremony recorded it; may be empty
 * @param serial its serial number, if it has one
 * @param place the reader or port it was in
 * @param registered whether the directory lists its passkey, which giving the device up removes
 * @param obstacle why the device did not help although it is connected; empty when it is not connected
 */
public record AwaitedDevice(
        RecipientState recipient,
        String model,
        Optional<String> serial,
        String place,
        boolean registered,
        Optional<Problem> obstacle) {

    /** Returns model and serial number on one line. */
    public String label() {
        return serial.map(number -> model.isBlank() ? number : model + ", " + number)
                .orElse(model);
    }
}
