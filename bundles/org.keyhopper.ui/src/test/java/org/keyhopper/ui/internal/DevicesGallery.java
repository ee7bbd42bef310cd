package org.keyhopper.ui.internal;

import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.ui.fakes.DeviceSamples;
import org.keyhopper.ui.fakes.FakeDevice;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.fakes.Samples;
import org.keyhopper.ui.internal.devices.DeviceActions;
import org.keyhopper.ui.model.devices.CredentialRow;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.devices.DevicesPresenter;
import org.keyhopper.ui.model.devices.InventoryRow;
import org.keyhopper.ui.model.devices.TypedPins;

/** Sample devices for screenshots. */
final class DevicesGallery {

    static final DeviceActions NO_ACTIONS = new DeviceActions() {
        @Override
        public void markLost(InventoryRow row) {}

        @Override
        public void exportInventory() {}

        @Override
        public void select(LinkId device) {}

        @Override
        public void perform(DeviceAction action) {}

        @Override
        public void delete(CredentialRow row) {}

        @Override
        public void showPasskeys(InventoryRow row) {}

        @Override
        public void search(String text) {}
    };

    private DevicesGallery() {}

    /** Inserts a provisioned card and a new key, and fills the inventory. */
    static FakeDevice fill(FakeStation station) {
        int id = 1;
        for (var user : Samples.users()) {
            station.inventory.put(DeviceSamples.given(id, user.displayName(), "0A3F 22D" + id));
            id++;
        }
        station.inventory.mark(CredentialId.of(new byte[] {3}), InventoryEntry.State.RESET);
        station.inventory.mark(CredentialId.of(new byte[] {5}), InventoryEntry.State.REVOKED);
        station.inventory.mark(CredentialId.of(new byte[] {6}), InventoryEntry.State.DELETED);
        FakeDevice card = FakeDevice.card("0A3F 22D1", "4711")
                .with(1, "login.microsoft.com", "lena.jansson@contoso.example", "Lena Jansson")
                .with(9, "github.com", "ljansson", "");
        station.devices.insert(FakeDevice.key("", ""));
        station.devices.insert(FakeDevice.key("18 220 114", "4711"));
        station.devices.insert(card);
        return card;
    }

    static void unlock(DevicesPresenter presenter) {
        presenter.submit(DeviceAction.UNLOCK, new TypedPins(Secret.of("4711"), Secret.of("")), result -> {});
    }
}
