package org.keyhopper.api.printer;

import java.util.Objects;

/**
 * The identity that a printer reports. Values that are not reported are empty.
 *
 * @param vendor the manufacturer
 * @param model the model
 * @param serial the serial number
 * @param firmware the firmware version
 */
public record PrinterIdentity(String vendor, String model, String serial, String firmware) {

    public PrinterIdentity {
        Objects.requireNonNull(vendor);
        Objects.requireNonNull(model);
        Objects.requireNonNull(serial);
        Objects.requireNonNull(firmware);
    }
}
