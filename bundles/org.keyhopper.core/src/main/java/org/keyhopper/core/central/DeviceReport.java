package org.keyhopper.core.central;

import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;

/**
 * What a station reports of a device.
 *
 * @param model its name, for people; may be empty
 * @param serial if the device has one
 */
public record DeviceReport(AuthenticatorInfo info, String model, Optional<String> serial) {
    public DeviceReport {
        Objects.requireNonNull(info);
        Objects.requireNonNull(model);
        Objects.requireNonNull(serial);
    }
}
