package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.inventory.Shipment;
import org.keyhopper.central.inventory.ShippedDevice;
import org.keyhopper.central.storage.ShipmentTable;

/** The rows of {@code shipment} and {@code shipped_device}, and the rule among the settings. */
record SqlShipmentTable(Transaction in) implements ShipmentTable {

    private static final String RULE = "shipments";
    /** By the index of serial numbers, which are capitals or small letters there. */
    private static final String ISSUED =
            "EXISTS (SELECT 1 FROM inventory i WHERE i.serial IN (d.serial, LOWER(d.serial)))";

    private static final String SELECT = "SELECT s.id, s.name, s.arrived,"
            + " (SELECT COUNT(*) FROM shipped_device d WHERE d.shipment = s.id) AS devices,"
            + " (SELECT COUNT(*) FROM shipped_device d WHERE d.shipment = s.id AND " + ISSUED + ") AS issued"
            + " FROM shipment s ";

    private static Shipment read(Row row) throws SQLException {
        return new Shipment(
                row.text("id"), row.text("name"), row.instant("arrived"), row.number("devices"), row.number("issued"));
    }

    @Override
    public List<Shipment> list() {
        return SqlFailure.wrap(() -> in.list(SELECT + "ORDER BY s.arrived DESC, s.id", SqlShipmentTable::read));
    }

    @Override
    public Optional<Shipment> find(String id) {
        return SqlFailure.wrap(() -> in.first(SELECT + "WHERE s.id = ?", SqlShipmentTable::read, id));
    }

    @Override
    public List<ShippedDevice> devices(String id) {
        return SqlFailure.wrap(() -> in.list(
                "SELECT d.serial, CASE WHEN " + ISSUED + " THEN 1 ELSE 0 END AS issued FROM shipped_device d"
                        + " WHERE d.shipment = ? ORDER BY d.serial",
                row -> new ShippedDevice(row.text("serial"), row.flag("issued")),
                id));
    }

    @Override
    public boolean contains(String serial) {
        return SqlFailure.wrap(
                () -> in.first("SELECT serial FROM shipped_device WHERE serial = ?", row -> row.text("serial"), serial)
                        .isPresent());
    }

    @Override
    public void add(String id, String name, Instant arrived, List<String> serials) {
        SqlFailure.wrap(() -> {
            in.update("INSERT INTO shipment (id, name, arrived) VALUES (?, ?, ?)", id, name, arrived);
            for (String serial : serials) {
                in.update("INSERT INTO shipped_device (serial, shipment) VALUES (?, ?)", serial, id);
            }
            return serials.size();
        });
    }

    @Override
    public boolean remove(String id) {
        return SqlFailure.wrap(() -> in.update("DELETE FROM shipment WHERE id = ?", id) == 1);
    }

    @Override
    public boolean required() {
        return SqlFailure.wrap(
                () -> in.first("SELECT value FROM central_setting WHERE name = ?", row -> row.text("value"), RULE)
                        .filter("required"::equals)
                        .isPresent());
    }

    @Override
    public void require(boolean required) {
        SqlFailure.wrap(() -> in.update(
                "INSERT INTO central_setting (name, value, version) VALUES (?, ?, 1) ON CONFLICT (name) DO UPDATE SET"
                        + " value = excluded.value, version = central_setting.version + 1",
                RULE,
                required ? "required" : "not required"));
    }
}
