package org.keyhopper.central.inventory;

import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.core.inventory.InventoryEntry;

/** What is done about devices that were provisioned. Any thread. */
public interface DeviceActions {

    /** Returns a device, for those who may view the inventory. Blocking on the database. */
    Answer<InventoryEntry> find(Caller caller, CredentialId credential);

    /** Returns what happened to a device, the latest first, for those who may view the inventory. Blocking on the database. */
    Answer<List<DeviceEvent>> history(Caller caller, CredentialId credential);

    /** Records that the holder has lost the device. Its passkey works until it is revoked. Blocking on the database. */
    Answer<InventoryEntry> markLost(Caller caller, CredentialId credential);

    /**
     * Deletes the passkey of a device at the directory, for those who may revoke devices. Blocking on the directory; safe to
     * repeat, also after no answer came.
     */
    Answer<InventoryEntry> revoke(Caller caller, CredentialId credential);

    /**
     * Deletes the passkey of a device that was given back, and records that, for those who may revoke devices. Blocking on the
     * directory; safe to repeat, also after no answer came.
     */
    Answer<InventoryEntry> takeBack(Caller caller, CredentialId credential);
}
