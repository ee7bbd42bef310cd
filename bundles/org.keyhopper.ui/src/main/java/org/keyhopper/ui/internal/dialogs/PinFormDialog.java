package org.keyhopper.ui.internal.dialogs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.PinLabels;
import org.keyhopper.ui.model.devices.PinForm;
import org.keyhopper.ui.model.devices.TypedPins;

/** Asks for the current PIN of a device, a new one, or both, and stays open until the device has accepted them. */
public final class PinFormDialog {

    private final Messages messages;
    private final PinForm form;
    private final Submission submission;
    private final BaseDialog dialog;
    private final Optional<Text> current;
    private final Optional<Text> next;
    private final Optional<Text> repeat;
    private final Label fault;
    private final ActionControl ok;

    /** Receives the input and closes it; reports on any thread what is wrong with it, if anything. */
    @FunctionalInterface
    public interface Submission {
        void submit(TypedPins typed, Consumer<Optional<String>> result);
    }

    public PinFormDialog(Shell parent, Messages messages, PinForm form, Submission submission) {
        this.messages = messages;
        this.form = form;
        this.submission = submission;
        dialog = new BaseDialog(parent, "pinForm", form.title(), form.message());
        Composite grid = FormRows.grid(dialog.body());
        current = field(grid, form.asksCurrent(), form.asksNew() ? "devices.pin.current" : "pin.label");
        next = field(grid, form.asksNew(), "devices.pin.next");
        repeat = field(grid, form.asksNew(), "pin.repeat");
        fault = Labels.withId(Labels.wrapped(dialog.body(), FontRole.STRONG, ColorRole.BAD_TEXT), "pinForm.fault");
        form.tries().ifPresent(left -> showMessage(ColorRole.SOFT, messages.text("pin.existing.retries", left)));
        dialog.button("pinForm.giveUp", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        ok = dialog.button("pinForm.ok", messages.text("pin.ok"), ActionControl.Style.PRIMARY, this::submit);
        dialog.setDefault(ok);
        dialog.onClose(this::clear);
        dialog.open(580, 0);
        focus();
    }

    private Optional<Text> field(Composite grid, boolean wanted, String key) {
        return wanted
                ? Optional.of(FormRows.text(grid, messages.text(key), "pinForm." + key, SWT.PASSWORD))
                : Optional.empty();
    }

    private void submit() {
        try (TypedPins typed = new TypedPins(read(current), read(next));
                Secret again = read(repeat)) {
            Optional<String> wrong = form.asksNew()
                    ? PinLabels.fault(messages, typed.next(), again, form.minimumLength())
                    : Optional.empty();
            if (form.asksCurrent() && typed.current().isEmpty()) {
                showRefusal(messages.text("devices.pin.missing"));
            } else if (wrong.isPresent()) {
                showRefusal(wrong.get());
            } else {
                ok.setEnabled(false);
                showMessage(ColorRole.SOFT, messages.text("devices.pin.wait"));
                Display display = ok.getDisplay();
                submission.submit(
                        new TypedPins(typed.current().copy(), typed.next().copy()),
                        problem -> display.asyncExec(() -> onAnswer(problem)));
            }
        }
    }

    private static Secret read(Optional<Text> field) {
        char[] typed = field.map(Text::getTextChars).orElseGet(() -> new char[0]);
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private void onAnswer(Optional<String> problem) {
        if (ok.isDisposed()) {
            return;
        }
        if (problem.isEmpty()) {
            dialog.close();
            return;
        }
        ok.setEnabled(true);
        clear();
        showRefusal(problem.get());
    }

    private void showRefusal(String text) {
        showMessage(ColorRole.BAD_TEXT, text);
        focus();
    }

    private void showMessage(ColorRole role, String text) {
        Theme.of(fault).applyText(fault, role, FontRole.STRONG);
        if (Labels.set(fault, text) && fault.getShell().isVisible()) {
            dialog.grow();
        }
    }

    private void clear() {
        for (Optional<Text> field : List.of(current, next, repeat)) {
            field.filter(text -> !text.isDisposed()).ifPresent(text -> text.setTextChars(new char[0]));
        }
    }

    private void focus() {
        current.or(() -> next).ifPresent(Text::setFocus);
    }
}
