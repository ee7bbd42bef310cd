package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.ModeOption;

/** Asks whether to provision manually or through printers. */
public final class ModeDialog {

    private ModeDialog() {}

    /** Asks an operator who has pressed PROVISION NOW. */
    public static void open(Shell parent, Messages messages, List<ModeOption> modes, Consumer<ModeOption.Mode> then) {
        BaseDialog dialog = new BaseDialog(parent, "mode", messages.text("mode.title"), "");
        dialog.setDefault(
                ask(dialog, messages, ActionControl.Style.PRIMARY, modes, then).go());
        open(dialog);
    }

    /**
     * Asks an operator who may not have started this, so Enter cancels.
     *
     * @param title names the request
     * @param question the question to ask
     */
    public static BaseDialog open(
            Shell parent,
            Messages messages,
            String title,
            String question,
            List<ModeOption> modes,
            Consumer<ModeOption.Mode> then) {
        BaseDialog dialog = new BaseDialog(parent, "mode", title, question);
        dialog.setDefault(
                ask(dialog, messages, ActionControl.Style.PLAIN, modes, then).cancel());
        open(dialog);
        return dialog;
    }

    private record Choice(ActionControl go, ActionControl cancel) {}

    private static void open(BaseDialog dialog) {
        dialog.open(560, 0);
        dialog.body().getChildren()[0].setFocus();
    }

    private static Choice ask(
            BaseDialog dialog,
            Messages messages,
            ActionControl.Style style,
            List<ModeOption> modes,
            Consumer<ModeOption.Mode> then) {
        modes.forEach(mode -> option(dialog, mode));
        ((Button) dialog.body().getChildren()[0]).setSelection(true);
        ActionControl cancel =
                dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        ActionControl go = dialog.button("mode.continue", messages.text("mode.continue"), style, () -> {
            ModeOption.Mode chosen = chosen(dialog);
            dialog.close();
            then.accept(chosen);
        });
        return new Choice(go, cancel);
    }

    private static void option(BaseDialog dialog, ModeOption mode) {
        Button button = Labels.withId(new Button(dialog.body(), SWT.RADIO), "mode." + mode.mode());
        button.setText(mode.label());
        Theme.of(button).applyText(button, ColorRole.TEXT, FontRole.TITLE);
        button.setEnabled(mode.isPossible());
        button.setData(mode.mode());
        // Enter confirms the focused option.
        button.addListener(SWT.FocusIn, event -> select(dialog, button));
        Label text = Labels.wrapped(dialog.body(), FontRole.BODY, mode.isPossible() ? ColorRole.SOFT : ColorRole.FAINT);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .indent(26, 0)
                .applyTo(text);
        Labels.set(text, mode.description() + (mode.isPossible() ? "" : "\n" + mode.obstacle()));
    }

    private static void select(BaseDialog dialog, Button focused) {
        for (var child : dialog.body().getChildren()) {
            if (child instanceof Button button) {
                button.setSelection(button == focused);
            }
        }
    }

    private static ModeOption.Mode chosen(BaseDialog dialog) {
        for (var child : dialog.body().getChildren()) {
            if (child instanceof Button button && button.getSelection()) {
                return (ModeOption.Mode) button.getData();
            }
        }
        return ModeOption.Mode.MANUAL;
    }
}
