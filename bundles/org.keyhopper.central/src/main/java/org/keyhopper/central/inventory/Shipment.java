package org.keyhopper.central.inventory;

import java.time.Instant;
import java.util.Objects;

/**
 * A delivery of devices.
 *
 * @param name for people, such as the number of the delivery note
 * @param devices how many serial numbers it has
 * @param issued how many of them are in the inventory
 */
public record Shipment(String id, String name, Instant arrived, int devices, int issued) {
    public Shipment {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(arrived);
    }
}
