package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.ModeOption;

/** Asks how to work through a request. */
public final class ModeDialog {

    private ModeDialog() {}

    public static void open(Shell parent, Messages messages, List<ModeOption> modes, Consumer<ModeOption.Mode> then) {
        DeskDialog dialog = new DeskDialog(parent, "mode", messages.text("mode.title"), "");
        Button first = null;
        for (ModeOption mode : modes) {
            Button button = Words.named(new Button(dialog.body(), SWT.RADIO), "mode." + mode.mode());
            button.setText(mode.label());
            Look.of(button).write(button, Ink.TEXT, Type.TITLE);
            button.setEnabled(mode.isPossible());
            button.setData(mode.mode());
            Label text = Words.wrapped(dialog.body(), Type.BODY, mode.isPossible() ? Ink.SOFT : Ink.FAINT);
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .hint(100, SWT.DEFAULT)
                    .indent(26, 0)
                    .applyTo(text);
            Words.set(text, mode.description() + (mode.isPossible() ? "" : "\n" + mode.obstacle()));
            first = first == null ? button : first;
        }
        first.setSelection(true);
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        ActionControl go =
                dialog.button("mode.continue", messages.text("mode.continue"), ActionControl.Style.PRIMARY, () -> {
                    ModeOption.Mode chosen = chosen(dialog);
                    dialog.close();
                    then.accept(chosen);
                });
        dialog.setDefault(go);
        dialog.open(560, 0);
        first.setFocus();
    }

    private static ModeOption.Mode chosen(DeskDialog dialog) {
        for (var child : dialog.body().getChildren()) {
            if (child instanceof Button button && button.getSelection()) {
                return (ModeOption.Mode) button.getData();
            }
        }
        return ModeOption.Mode.MANUAL;
    }
}
