package org.keyhopper.central.portal.internal.inventory;

import java.time.Instant;
import java.util.stream.Stream;
import org.keyhopper.central.inventory.Shipment;

/** A device of a shipment that was not issued. */
public record StockRow(String serial, Shipment shipment) implements InventoryRow {

    /** The name of the state, beside those of devices that were issued. */
    static final String STATE = "IN_STOCK";

    public String state() {
        return STATE;
    }

    public String shipmentName() {
        return shipment.name();
    }

    public String shipmentId() {
        return shipment.id();
    }

    @Override
    public Instant since() {
        return shipment.arrived();
    }

    @Override
    public Stream<String> words() {
        return Stream.of(serial, shipment.name());
    }
}
