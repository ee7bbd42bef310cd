package org.keyhopper.api.request;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Asks the operator to confirm by its printed label that the device at hand is the expected one. */
@ConsumerType
@FunctionalInterface
public interface DeviceConfirmation {

    /**
     * Asks while the device is removed. Blocks until the operator answers; interruptible. Called on a dedicated thread,
     * never on a UI thread.
     *
     * @return empty if the operator cancels
     */
    Optional<DeviceLabel> ask(DeviceQuestion question);
}
