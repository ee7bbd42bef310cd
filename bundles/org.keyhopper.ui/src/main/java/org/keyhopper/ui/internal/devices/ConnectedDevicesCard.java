package org.keyhopper.ui.internal.devices;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.devices.DevicesState;

/** The list of connected devices. */
final class ConnectedDevicesCard {

    private static final int LEAST_ROWS = 3;

    private final Card card;
    private final DeviceTable table;

    ConnectedDevicesCard(Composite parent, Messages messages, DeviceActions actions) {
        card = new Card(parent);
        Labels.caption(card, messages.text("devices.list"));
        table = new DeviceTable(card, actions::select);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .indent(0, 6)
                .hint(50, DeviceTable.height(LEAST_ROWS))
                .applyTo(table.control());
        Labels.withId(Labels.accessibleName(table.control(), messages.text("devices.list")), "devices.table");
    }

    Card card() {
        return card;
    }

    void show(DevicesState state) {
        table.show(state.rows(), state.selected());
    }

    boolean focusInitial() {
        return table.control().setFocus();
    }
}
