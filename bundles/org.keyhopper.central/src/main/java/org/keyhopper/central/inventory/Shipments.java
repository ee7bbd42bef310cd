package org.keyhopper.central.inventory;

import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;

/** The devices that makers have delivered, for those who manage shipments. Blocking on the database; any thread. */
public interface Shipments {

    /** Returns the shipments, the latest first. */
    Answer<List<Shipment>> list(Caller caller);

    Answer<Shipment> find(Caller caller, String id);

    /** Returns the devices of a shipment by serial number. */
    Answer<List<ShippedDevice>> devices(Caller caller, String id);

    /**
     * Adds a shipment. ALREADY_EXISTS with the serial number if another shipment has one of these.
     *
     * @param key makes a repeated call harmless
     * @return its id
     */
    Answer<String> add(Caller caller, String key, String name, List<String> serials);

    /** Removes a shipment with its serial numbers; devices that were issued stay in the inventory. */
    Answer<String> remove(Caller caller, String id);

    /** Returns whether only devices of a shipment may be issued. */
    Answer<Boolean> required(Caller caller);

    /** Decides that, for those who manage profiles and policy. */
    Answer<Boolean> require(Caller caller, boolean required);
}
