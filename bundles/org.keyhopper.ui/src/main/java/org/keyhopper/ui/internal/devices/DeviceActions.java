package org.keyhopper.ui.internal.devices;

import org.keyhopper.api.transport.LinkId;
import org.keyhopper.ui.model.devices.CredentialRow;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.devices.InventoryRow;

/** The actions of the Devices perspective. UI thread. */
public interface DeviceActions {

    void select(LinkId device);

    /** Performs any action but {@link DeviceAction#DELETE}, which needs the credential to delete. */
    void perform(DeviceAction action);

    void delete(CredentialRow row);

    void search(String text);

    /** Asks, then records that the device is lost. */
    void markLost(InventoryRow row);

    /** Asks for a file and writes the inventory to it. */
    void exportInventory();

    /** Shows the passkeys of the device's holder. */
    void showPasskeys(InventoryRow row);
}
