package org.keyhopper.api.request;

import java.time.Duration;
import java.util.Objects;

/**
 * Asks which device the operator holds, if it cannot be distinguished technically from others of its model.
 *
 * @param model the model's name
 * @param left the time until the question expires
 */
public record DeviceQuestion(String model, Duration left) {
    public DeviceQuestion {
        Objects.requireNonNull(model);
        Objects.requireNonNull(left);
    }
}
