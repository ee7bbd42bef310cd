package org.keyhopper.api.request;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Has the operator confirm by its printed label that the device in hand is the right one. */
@ConsumerType
@FunctionalInterface
public interface DeviceConfirmation {

    /**
     * Asks while the device is out. Blocks until the operator answers; interruptible. Called on a thread of its own, never on
     * a UI thread.
     *
     * @return empty when the operator gives up
     */
    Optional<DeviceLabel> ask(DeviceQuestion question);
}
