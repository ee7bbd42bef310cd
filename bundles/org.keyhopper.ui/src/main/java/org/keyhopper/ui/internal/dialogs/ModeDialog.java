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

    /** Asks an operator who pressed PROVISION NOW. */
    public static void open(Shell parent, Messages messages, List<ModeOption> modes, Consumer<ModeOption.Mode> then) {
        DeskDialog dialog = new DeskDialog(parent, "mode", messages.text("mode.title"), "");
        dialog.setDefault(
                ask(dialog, messages, ActionControl.Style.PRIMARY, modes, then).go());
        open(dialog);
    }

    /**
     * Asks an operator who may have pressed nothing at all: Enter gives it up.
     *
     * @param title of what asks, and {@code question} what it asks
     */
    public static DeskDialog open(
            Shell parent,
            Messages messages,
            String title,
            String question,
            List<ModeOption> modes,
            Consumer<ModeOption.Mode> then) {
        DeskDialog dialog = new DeskDialog(parent, "mode", title, question);
        dialog.setDefault(
                ask(dialog, messages, ActionControl.Style.PLAIN, modes, then).cancel());
        open(dialog);
        return dialog;
    }

    private record Choice(ActionControl go, ActionControl cancel) {}

    private static void open(DeskDialog dialog) {
        dialog.open(560, 0);
        dialog.body().getChildren()[0].setFocus();
    }

    private static Choice ask(
            DeskDialog dialog,
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

    private static void option(DeskDialog dialog, ModeOption mode) {
        Button button = Words.named(new Button(dialog.body(), SWT.RADIO), "mode." + mode.mode());
        button.setText(mode.label());
        Look.of(button).write(button, Ink.TEXT, Type.TITLE);
        button.setEnabled(mode.isPossible());
        button.setData(mode.mode());
        // Enter goes on with what has the keyboard.
        button.addListener(SWT.FocusIn, event -> select(dialog, button));
        Label text = Words.wrapped(dialog.body(), Type.BODY, mode.isPossible() ? Ink.SOFT : Ink.FAINT);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .indent(26, 0)
                .applyTo(text);
        Words.set(text, mode.description() + (mode.isPossible() ? "" : "\n" + mode.obstacle()));
    }

    private static void select(DeskDialog dialog, Button focused) {
        for (var child : dialog.body().getChildren()) {
            if (child instanceof Button button) {
                button.setSelection(button == focused);
            }
        }
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
