package org.keyhopper.ui.internal.dialogs;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.request.DeviceLabel;
import org.keyhopper.api.request.DeviceQuestion;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.Messages;

/** Asks the operator to confirm a device by its printed label. */
public final class ConfirmDeviceDialog {

    private final Messages messages;
    private final BaseDialog dialog;
    private final Text printed;
    private final Button none;
    private final Label fault;
    private Consumer<Optional<DeviceLabel>> answer;

    /** @param answer called once, on the UI thread; empty when the operator cancels */
    public ConfirmDeviceDialog(
            Shell parent, Messages messages, DeviceQuestion question, Consumer<Optional<DeviceLabel>> answer) {
        this.messages = messages;
        this.answer = answer;
        dialog = new BaseDialog(
                parent,
                "confirmDevice",
                messages.text("confirmDevice.title"),
                messages.text("confirmDevice.message", question.model()));
        Composite grid = FormRows.grid(dialog.body());
        printed = FormRows.text(grid, messages.text("confirmDevice.label"), "confirmDevice.printed", SWT.NONE);
        none = FormRows.check(grid, messages.text("confirmDevice.none"), "confirmDevice.none");
        none.addListener(SWT.Selection, event -> printed.setEnabled(!none.getSelection()));
        fault = Labels.withId(
                Labels.wrapped(dialog.body(), FontRole.STRONG, ColorRole.BAD_TEXT), "confirmDevice.fault");
        dialog.button(
                "confirmDevice.cancel",
                messages.text("confirmDevice.cancel"),
                ActionControl.Style.PLAIN,
                dialog::close);
        ActionControl ok = dialog.button(
                "confirmDevice.ok", messages.text("confirmDevice.ok"), ActionControl.Style.PRIMARY, this::submit);
        dialog.setDefault(ok);
        dialog.onClose(() -> answer(Optional.empty()));
        dialog.open(600, 0);
        printed.setFocus();
    }

    public void close() {
        dialog.close();
    }

    private void submit() {
        if (none.getSelection()) {
            answer(Optional.of(new DeviceLabel.NothingPrinted()));
        } else if (printed.getText().isBlank()) {
            Labels.set(fault, messages.text("confirmDevice.missing"));
            dialog.grow();
            printed.setFocus();
            return;
        } else {
            answer(Optional.of(new DeviceLabel.Printed(printed.getText())));
        }
        dialog.close();
    }

    private void answer(Optional<DeviceLabel> label) {
        Consumer<Optional<DeviceLabel>> once = answer;
        answer = later -> {};
        once.accept(label);
    }
}
