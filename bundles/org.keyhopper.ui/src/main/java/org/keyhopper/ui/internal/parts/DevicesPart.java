package org.keyhopper.ui.internal.parts;

import jakarta.annotation.PostConstruct;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.ui.internal.controls.KeyboardFocus;
import org.keyhopper.ui.internal.devices.DeviceActions;
import org.keyhopper.ui.internal.devices.DevicesView;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.dialogs.PasskeysDialog;
import org.keyhopper.ui.internal.dialogs.PinFormDialog;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.devices.CredentialRow;
import org.keyhopper.ui.model.devices.DeviceAction;
import org.keyhopper.ui.model.devices.DevicesPresenter;
import org.keyhopper.ui.model.devices.InventoryRow;

/** The part of the Devices perspective. */
public final class DevicesPart implements DeviceActions {

    private WindowActions window;
    private WorkbenchModel model;
    private DevicesView view;

    @PostConstruct
    void create(Composite parent, WindowActions owner) {
        window = owner;
        model = owner.model();
        parent.setLayout(new FillLayout());
        view = new DevicesView(parent, owner, this);
        view.show(devices().states().get());
        view.show(model.inventory().states().get());
        StateSubscription.follow(view, devices().states(), view::show);
        StateSubscription.follow(view, model.inventory().states(), view::show);
    }

    @Focus
    void focus() {
        KeyboardFocus.move(view, view::focusInitial);
    }

    @Override
    public void select(LinkId device) {
        devices().select(device);
    }

    @Override
    public void perform(DeviceAction action) {
        switch (action) {
            case UNLOCK, SET_PIN, CHANGE_PIN -> askForPin(action);
            case LOCK -> devices().lock();
            case BLINK -> devices().blink();
            case RESET ->
                devices()
                        .resetConfirmation()
                        .ifPresent(
                                asked -> ConfirmationDialogs.reset(view.getShell(), messages(), asked, () -> devices()
                                        .reset(asked)));
            case REVOKE ->
                devices()
                        .formerHolder()
                        .ifPresent(holder -> new PasskeysDialog(view.getShell(), messages(), model.passkeys(holder)));
            case CANCEL -> devices().cancel();
            case DELETE -> throw new IllegalArgumentException("DELETE needs a credential");
        }
    }

    private void askForPin(DeviceAction action) {
        devices()
                .pinForm(action)
                .ifPresent(form -> new PinFormDialog(view.getShell(), messages(), form, (typed, result) -> devices()
                        .submit(action, typed, result)));
    }

    @Override
    public void delete(CredentialRow row) {
        devices()
                .deleteConfirmation(row.id())
                .ifPresent(asked -> ConfirmationDialogs.erase(
                        view.getShell(), messages(), messages().text("devices.delete.title"), asked, () -> devices()
                                .delete(asked, row.id())));
    }

    @Override
    public void search(String text) {
        model.inventory().search(text);
    }

    @Override
    public void markLost(InventoryRow row) {
        ConfirmationDialogs.ask(
                view.getShell(),
                messages(),
                messages().text("inventory.lost.title"),
                messages().text("inventory.lost.question", row.device(), row.holder()),
                messages().text("inventory.lost.confirm"),
                () -> {
                    model.inventory().markLost(row);
                    showPasskeys(row);
                });
    }

    @Override
    public void exportInventory() {
        FileDialog chooser = new FileDialog(view.getShell(), SWT.SAVE);
        chooser.setText(messages().text("inventory.export.title"));
        chooser.setFilterExtensions(new String[] {"*.csv"});
        chooser.setFileName("inventory-" + LocalDate.now(model.context().clock()) + ".csv");
        chooser.setOverwrite(true);
        Optional.ofNullable(chooser.open()).map(Path::of).ifPresent(model.inventory()::export);
    }

    @Override
    public void showPasskeys(InventoryRow row) {
        new PasskeysDialog(view.getShell(), messages(), model.passkeys(row.owner()));
    }

    private DevicesPresenter devices() {
        return model.devices();
    }

    private Messages messages() {
        return window.messages();
    }
}
