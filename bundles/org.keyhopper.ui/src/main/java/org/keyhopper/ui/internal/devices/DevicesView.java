package org.keyhopper.ui.internal.devices;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.ColumnArrangement;
import org.keyhopper.ui.internal.controls.ColumnArrangement.Stack;
import org.keyhopper.ui.internal.controls.ColumnLayout;
import org.keyhopper.ui.internal.controls.EmptyState;
import org.keyhopper.ui.internal.controls.KeyboardFocus;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Page;
import org.keyhopper.ui.internal.controls.Pill;
import org.keyhopper.ui.internal.controls.SwitchPane;
import org.keyhopper.ui.internal.help.HelpTopics;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.WindowActions;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.devices.DevicesState;
import org.keyhopper.ui.model.devices.InventoryState;

/** The Devices perspective: the connected devices and their content, or the inventory. */
public final class DevicesView extends Composite {

    private static final int WIDE = 820;
    private static final int NARROW = 640;

    private final WindowActions window;
    private final Page page;
    private final SwitchPane stack = new SwitchPane();
    private final Composite body;
    private final Composite connected;
    private final SwitchPane connectedStack = new SwitchPane();
    private final EmptyState none;
    private final Composite some;
    private final ActionControl connectedTab;
    private final ActionControl inventoryTab;
    private final Pill notice;
    private final ConnectedDevicesCard list;
    private final DeviceDetailsCard details;
    private final DeviceContentCard content;
    private final InventoryCard inventory;
    private Optional<Notice> deviceNotice = Optional.empty();

    public DevicesView(Composite parent, WindowActions window, DeviceActions actions) {
        super(parent, SWT.NONE);
        this.window = window;
        GridLayoutFactory.fillDefaults().applyTo(this);
        page = new Page(this, window);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        Composite tabs = plainPane(page.body());
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 0).applyTo(tabs);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tabs);
        connectedTab = Labels.withId(new ActionControl(tabs), "devices.tab.plugged");
        inventoryTab = Labels.withId(new ActionControl(tabs), "devices.tab.inventory");
        notice = new Pill(tabs, FontRole.BODY);
        Labels.withId(notice.label(), "devices.notice");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .indent(10, 0)
                .applyTo(notice);
        notice.setVisible(false);
        body = plainPane(page.body());
        body.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        connected = plainPane(body);
        connected.setLayout(connectedStack);
        none = new EmptyState(connected);
        none.show(window.messages().text("devices.none"), window.messages().text("devices.none.text"));
        some = plainPane(connected);
        list = new ConnectedDevicesCard(some, window.messages(), actions);
        details = new DeviceDetailsCard(some, window.messages(), actions);
        content = new DeviceContentCard(some, window, actions);
        some.setLayout(new ColumnLayout(
                ColumnArrangement.beside(WIDE, 28, 30, 42),
                new ColumnArrangement(NARROW, List.of(new Stack(45, List.of(0, 1)), new Stack(55, List.of(2)))),
                ColumnArrangement.below(3)));
        connectedStack.switchTo(none.card());
        inventory = new InventoryCard(body, window.messages(), actions);
        switchTo(connected);
    }

    private Composite plainPane(Composite parent) {
        return Theme.of(this).apply(new Composite(parent, SWT.NONE), ColorRole.WINDOW, ColorRole.TEXT);
    }

    private void switchTo(Control side) {
        stack.switchTo(side);
        tab(connectedTab, "devices.tab.plugged", connected);
        tab(inventoryTab, "devices.tab.inventory", inventory.card());
        connectedTab.getParent().layout();
        showNotice();
    }

    private void tab(ActionControl tab, String key, Control side) {
        ActionControl.Style style = side == stack.shown() ? ActionControl.Style.CHOSEN_TAB : ActionControl.Style.TAB;
        tab.show(window.messages().text(key), "", style, () -> {
            switchTo(side);
            focusInitial();
        });
    }

    /** Shows the inventory instead of the connected devices. */
    public void showInventory() {
        switchTo(inventory.card());
    }

    public void show(DevicesState state) {
        page.header().show(state.heading());
        boolean focused = KeyboardFocus.isIn(connected);
        list.show(state);
        details.show(state);
        content.show(state);
        boolean turned = connectedStack.switchTo(state.rows().isEmpty() ? none.card() : some);
        if (turned && focused) {
            focusInitial();
        }
        deviceNotice = state.notice();
        showNotice();
    }

    /** Shows the notice of the selected device, which does not concern the inventory. */
    private void showNotice() {
        Optional<Notice> shown = deviceNotice.filter(any -> stack.shown() == connected);
        HelpTopics.showsProblem(this, shown.flatMap(Notice::problem));
        notice.setVisible(shown.isPresent());
        boolean moved = shown.map(words -> notice.show(words.text(), words.tint()))
                .orElseGet(() -> notice.show("", Tint.NEUTRAL));
        if (moved) {
            page.body().layout(true, true);
            Page.fit(body);
        }
    }

    public void show(InventoryState state) {
        inventory.show(state);
    }

    /** Focuses the control that the operator needs first. */
    public boolean focusInitial() {
        if (stack.shown() != connected) {
            return inventory.focusInitial();
        }
        return connectedStack.shown() == some ? list.focusInitial() : connectedTab.setFocus();
    }
}
