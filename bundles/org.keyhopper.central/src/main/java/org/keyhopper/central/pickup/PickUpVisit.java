package org.keyhopper.central.pickup;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the person of a link is shown before the PIN.
 *
 * @param model of the device
 * @param serial of the device; may be empty
 * @param csrf what the next form must carry
 * @param shown when the PIN was shown
 */
public record PickUpVisit(String model, String serial, String csrf, Optional<Instant> shown) {
    public PickUpVisit {
        Objects.requireNonNull(model);
        Objects.requireNonNull(serial);
        Objects.requireNonNull(csrf);
        Objects.requireNonNull(shown);
    }

    /** Returns the visit without its secret. */
    @Override
    public String toString() {
        return model + " " + serial + " " + shown;
    }
}
