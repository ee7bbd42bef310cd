package org.keyhopper.ui.internal.devices;

import org.keyhopper.api.transport.LinkId;
import org.keyhopper.ui.model.devices.CredentialRow;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.devices.InventoryRow;

/** What can be done in the Devices place. UI thread. */
public interface DeviceActions {

    void select(LinkId device);

    /** Everything but deleting, which needs to know what. */
    void take(DeviceAction action);

    void delete(CredentialRow row);

    void search(String text);

    /** Shows what the holder of a device can sign in with. */
    void showPasskeys(InventoryRow row);
}
