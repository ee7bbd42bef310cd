package org.keyhopper.api.printer;

import java.util.Objects;

/**
 * Who a printer says it is. What it does not tell is empty.
 *
 * @param vendor the maker
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
