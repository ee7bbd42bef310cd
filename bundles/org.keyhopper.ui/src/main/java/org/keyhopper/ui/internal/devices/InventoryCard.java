package org.keyhopper.ui.internal.devices;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Card;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.FilterField;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.help.HelpTopics;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.devices.InventoryRow;
import org.keyhopper.ui.model.devices.InventoryState;

/** The searchable inventory: who holds which device, since when, and in what state. */
final class InventoryCard {

    private final Card card;
    private final Messages messages;
    private final Text search;
    private final DeviceActions actions;
    private final Label count;
    private final ActionControl passkeys;
    private final ActionControl lost;
    private final RowTable<InventoryRow> table;

    InventoryCard(Composite parent, Messages messages, DeviceActions actions) {
        this.messages = messages;
        this.actions = actions;
        card = new Card(parent);
        Composite tools = new Composite(card, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(12, 0).applyTo(tools);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools);
        Label label = Labels.label(tools, FontRole.BODY, ColorRole.SOFT);
        label.setText(messages.text("inventory.search"));
        search = Labels.withId(new Text(tools, SWT.BORDER | SWT.SEARCH | SWT.ICON_CANCEL), "inventory.search");
        search.setMessage(messages.text("inventory.search.hint"));
        Labels.accessibleName(search, messages.text("inventory.search"));
        Theme.of(tools).apply(search, ColorRole.FIELD, ColorRole.TEXT, FontRole.BODY);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(Theme.px(180), SWT.DEFAULT)
                .applyTo(search);
        search.addListener(SWT.Modify, event -> actions.search(search.getText()));
        passkeys = Labels.withId(new ActionControl(tools), "inventory.passkeys");
        passkeys.show(messages.text("inventory.passkeys"), "", ActionControl.Style.PLAIN, this::showPasskeys);
        lost = Labels.withId(new ActionControl(tools), "inventory.lost");
        lost.show(messages.text("inventory.lost"), "", ActionControl.Style.PLAIN, this::markLost);
        ActionControl export = Labels.withId(new ActionControl(tools), "inventory.export");
        export.show(messages.text("inventory.export"), "", ActionControl.Style.PLAIN, actions::exportInventory);
        count = Labels.withId(Labels.wrapped(card, FontRole.SMALL, ColorRole.MUTED), "inventory.count");
        table = new RowTable<>(card, SWT.SINGLE, columns());
        table.setIdentity(InventoryRow::id);
        table.withTools(messages, "inventory.table");
        FilterField.opens(search, this::focusInitial);
        table.onSelectionChange(this::enable);
        table.onOpen(actions::showPasskeys);
        Labels.accessibleName(table.control(), messages.text("devices.tab.inventory"));
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .indent(0, 8)
                .hint(50, Theme.px(240))
                .applyTo(table.control());
    }

    private List<Column<InventoryRow>> columns() {
        return List.of(
                Column.of(messages, "inventory.column.holder", 26, InventoryRow::holder),
                Column.of(messages, "inventory.column.device", 20, InventoryRow::device),
                Column.of(messages, "inventory.column.serial", 15, InventoryRow::serial),
                Column.of(messages, "inventory.column.directory", 17, InventoryRow::directory),
                Column.<InventoryRow>of(messages, "inventory.column.since", 15, InventoryRow::since)
                        .sortedBy(InventoryRow::sinceAt),
                Column.<InventoryRow>of(messages, "inventory.column.state", 19, InventoryRow::state)
                        .withMark(row -> new Column.Icon(row.mark(), ColorRole.mark(row.tint()))));
    }

    Card card() {
        return card;
    }

    private void showPasskeys() {
        table.selected().ifPresent(actions::showPasskeys);
    }

    private void markLost() {
        table.selected().ifPresent(actions::markLost);
    }

    private void enable() {
        passkeys.setEnabled(table.selected().isPresent());
        lost.setEnabled(table.selected().filter(InventoryRow::inUse).isPresent());
    }

    void show(InventoryState state) {
        table.show(state.rows());
        HelpTopics.showsProblem(card, state.notice().flatMap(Notice::problem));
        enable();
        if (Labels.set(count, state.notice().map(Notice::text).orElse(state.sentence()))) {
            card.layout(true, true);
        }
    }

    boolean focusInitial() {
        return search.setFocus();
    }
}
