package org.keyhopper.central.inventory;

import java.util.Locale;
import java.util.Objects;

/**
 * A device of a shipment.
 *
 * @param serial its serial number in capitals
 * @param issued whether a device with this number is in the inventory
 */
public record ShippedDevice(String serial, boolean issued) {
    public ShippedDevice {
        Objects.requireNonNull(serial);
    }

    /** Returns a serial number as it is compared: makers and devices differ in capitals. */
    public static String normal(String serial) {
        return serial.strip().toUpperCase(Locale.ROOT);
    }
}
