package org.keyhopper.api.request;

import java.time.Duration;
import java.util.Objects;

/**
 * Asks which device the operator holds: one that cannot be told from another of its model by any technical means.
 *
 * @param model the model's name
 * @param left how long an answer is waited for
 */
public record DeviceQuestion(String model, Duration left) {
    public DeviceQuestion {
        Objects.requireNonNull(model);
        Objects.requireNonNull(left);
    }
}
