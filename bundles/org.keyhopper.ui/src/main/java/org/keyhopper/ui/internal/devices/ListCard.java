package org.keyhopper.ui.internal.devices;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.devices.DevicesState;

/** What is put in now. */
final class ListCard {

    private final Card card;
    private final Composite middle;
    private final StackLayout stack = new StackLayout();
    private final Label none;
    private final DeviceTable table;

    ListCard(Composite parent, Messages messages, DeviceActions actions) {
        card = new Card(parent);
        Words.caption(card, messages.text("devices.list"));
        middle = new Composite(card, SWT.NONE);
        middle.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).indent(0, 6).applyTo(middle);
        none = Words.named(Words.wrapped(middle, Type.BODY, Ink.SOFT), "devices.none");
        none.setText(messages.text("devices.list.none"));
        table = new DeviceTable(middle, actions::select);
        Words.named(Words.spoken(table.control(), messages.text("devices.list")), "devices.table");
        stack.topControl = none;
    }

    Card card() {
        return card;
    }

    void show(DevicesState state) {
        table.show(state.rows(), state.selected());
        Control top = state.rows().isEmpty() ? none : table.control();
        if (stack.topControl != top) {
            stack.topControl = top;
            middle.layout();
        }
    }

    boolean takeKeyboard() {
        return stack.topControl == none ? card.setFocus() : table.control().setFocus();
    }
}
