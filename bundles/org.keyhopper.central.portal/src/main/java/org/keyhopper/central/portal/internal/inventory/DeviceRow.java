package org.keyhopper.central.portal.internal.inventory;

import java.time.Instant;
import java.util.stream.Stream;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.core.inventory.InventoryEntry;

/** A device as the pages show it to a caller. */
public record DeviceRow(InventoryEntry entry, Caller caller) implements InventoryRow {

    public String id() {
        return entry.credential().base64Url();
    }

    public String holder() {
        return entry.holder();
    }

    public String former() {
        return entry.formerHolder().orElse("");
    }

    public String model() {
        return entry.model();
    }

    public String serial() {
        return entry.serial().orElse("");
    }

    public String directory() {
        return entry.directory();
    }

    public String aaguid() {
        return entry.aaguid().toString();
    }

    public String request() {
        return entry.recipient().request().value();
    }

    public String state() {
        return entry.state().name();
    }

    @Override
    public Instant since() {
        return entry.since();
    }

    /** Returns whether its passkey may still work, and the caller may end that. */
    public boolean mayRevoke() {
        boolean works = entry.state() == InventoryEntry.State.IN_USE || entry.state() == InventoryEntry.State.LOST;
        return works && caller.may(Privilege.REVOKE_DEVICES, new Place(entry.directory(), ""));
    }

    @Override
    public Stream<String> words() {
        return Stream.of(holder(), former(), model(), serial(), directory(), request());
    }
}
