package org.keyhopper.central.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.inventory.Shipment;
import org.keyhopper.central.inventory.ShippedDevice;

/** Shipments and their serial numbers, which are {@link ShippedDevice#normal normal}. */
public interface ShipmentTable {

    List<Shipment> list();

    Optional<Shipment> find(String id);

    List<ShippedDevice> devices(String id);

    /** Returns whether some shipment has the serial number. */
    boolean contains(String serial);

    void add(String id, String name, Instant arrived, List<String> serials);

    /** Removes a shipment; false if there is none. */
    boolean remove(String id);

    /** Returns whether only devices of a shipment may be issued. */
    boolean required();

    void require(boolean required);
}
