package org.keyhopper.ui.internal.devices;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Page;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.devices.ContentPanel;
import org.keyhopper.ui.model.devices.CredentialRow;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.devices.DevicesState;

/** The content of a device that was unlocked with its PIN. */
final class UnlockedContentPane {

    private final Messages messages;
    private final Composite pane;
    private final RowTable<CredentialRow> table;
    private final Label detail;
    private final ActionControl delete;
    private final ActionControl lock;
    private boolean deletes;
    private String room = "";

    UnlockedContentPane(Composite parent, Messages messages, DeviceActions actions) {
        this.messages = messages;
        pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(pane);
        table = new RowTable<>(pane, SWT.SINGLE, columns());
        table.setIdentity(CredentialRow::id);
        Labels.accessibleName(table.control(), messages.text("devices.content"));
        table.withTools(messages, "devices.credentials");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .indent(0, 6)
                .hint(50, Theme.px(200))
                .applyTo(table.control());
        detail = Labels.withId(Labels.wrapped(pane, FontRole.SMALL, ColorRole.SOFT), "devices.room");
        Composite buttons = new Composite(pane, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .equalWidth(true)
                .spacing(12, 0)
                .applyTo(buttons);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons);
        delete = button(buttons, DeviceAction.DELETE, ActionControl.Style.DANGER, () -> table.selected()
                .ifPresent(actions::delete));
        lock = button(buttons, DeviceAction.LOCK, ActionControl.Style.PLAIN, () -> actions.perform(DeviceAction.LOCK));
        table.onSelectionChange(this::showSelected);
        table.control().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                delete.press();
            }
        });
    }

    private ActionControl button(Composite buttons, DeviceAction action, ActionControl.Style style, Runnable pressed) {
        ActionControl button = Labels.withId(new ActionControl(buttons), "devices." + action.name());
        button.show(messages.text("devices.action." + action.name()), "", style, pressed);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        return button;
    }

    private List<Column<CredentialRow>> columns() {
        return List.of(
                Column.<CredentialRow>of(messages, "devices.column.person", 34, CredentialRow::person)
                        .withMark(row -> new Column.Icon(
                                row.ours() ? OutcomeStyle.Mark.CHECK : OutcomeStyle.Mark.RING,
                                row.ours() ? ColorRole.GOOD : ColorRole.FAINT)),
                Column.of(messages, "devices.column.site", 31, CredentialRow::site),
                Column.of(messages, "devices.column.given", 35, CredentialRow::given));
    }

    Composite pane() {
        return pane;
    }

    void show(ContentPanel panel, DevicesState state) {
        table.show(panel.rows());
        room = panel.rows().isEmpty()
                ? messages.text("devices.content.empty") + " " + panel.sentence()
                : panel.sentence();
        deletes = state.offers(DeviceAction.DELETE);
        lock.setEnabled(state.offers(DeviceAction.LOCK));
        showSelected();
    }

    /** Shows the selected row in full, because table cells are truncated. */
    private void showSelected() {
        delete.setEnabled(deletes && table.selected().isPresent());
        String text = table.selected()
                .map(row -> messages.text("devices.credential", row.person(), row.site(), row.given()))
                .orElse(room);
        if (Labels.set(detail, text)) {
            pane.layout(true, true);
            Page.fit(pane);
        }
    }
}
