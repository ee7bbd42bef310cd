package org.keyhopper.core.device;

import org.keyhopper.fido.DeviceException;

/** Work with one device on its worker thread. */
@FunctionalInterface
public interface DeviceTask<T> {
    T run(OpenDevice device) throws DeviceException;
}
