package org.keyhopper.core.internal.device;

import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.device.ResetOrder;
import org.keyhopper.fido.DeviceException;

/** Resets a device outside of ceremonies, on its worker. */
@FunctionalInterface
public interface DeviceReset {

    /**
     * Resets the device, with its operator's help where needed.
     *
     * @return its link now
     * @throws DeviceException as the device; CANCELLED when waiting for the operator was stopped
     */
    LinkId reset(OpenDevice device, ResetOrder order) throws DeviceException;
}
