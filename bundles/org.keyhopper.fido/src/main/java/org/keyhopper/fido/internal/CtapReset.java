package org.keyhopper.fido.internal;

import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.internal.ctap.CtapDevice;

/** One authenticatorReset (CTAP 2.2 section 6.6). */
final class CtapReset {

    private final CtapDevice device;

    CtapReset(CtapDevice device) {
        this.device = device;
    }

    void run(ExchangeControl control) throws DeviceException {
        TouchDetection detection = new TouchDetection(control);
        try {
            device.runAndReadInfo(detection.control(), session -> {
                session.reset(null);
                return null;
            });
        } catch (DeviceException e) {
            throw detection.read(e);
        }
    }
}
