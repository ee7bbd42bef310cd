package org.keyhopper.ui.internal.dialogs;

import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.manual.Confirmation;
import org.keyhopper.ui.model.passkeys.Revocation;

/** Questions that are asked once more before something is lost. Enter and Escape do nothing harmful. */
public final class ConfirmationDialogs {

    private static final int WIDTH = 620;

    private ConfirmationDialogs() {}

    /** Asks before a device is erased. */
    public static void reset(Shell parent, Messages messages, Confirmation asked, Runnable yes) {
        erase(parent, messages, messages.text("reset.title"), asked, yes);
    }

    /** Asks before a device, or something on it, is erased. */
    public static void erase(Shell parent, Messages messages, String title, Confirmation asked, Runnable yes) {
        BaseDialog dialog = new BaseDialog(parent, "reset", title, asked.question());
        Labels.label(dialog.body(), FontRole.STRONG, ColorRole.BAD_TEXT).setText(messages.text("reset.loses"));
        for (String loss : asked.losses()) {
            Labels.set(Labels.wrapped(dialog.body(), FontRole.LARGE, ColorRole.TEXT), "•  " + loss);
        }
        Labels.set(Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.SOFT), asked.remark());
        finish(dialog, asked.confirm(), asked.cancel(), yes);
    }

    /** Asks before somebody's passkey is taken away. */
    public static void revoke(Shell parent, Messages messages, Revocation asked, Runnable yes) {
        Confirmation words = new Confirmation(
                null,
                asked.question(),
                asked.losses(),
                asked.remark(),
                messages.text("passkeys.revoke.confirm"),
                messages.text("cancel"));
        erase(parent, messages, messages.text("passkeys.revoke.title"), words, yes);
    }

    /** Asks before something else is lost. */
    public static void ask(
            Shell parent, Messages messages, String title, String question, String confirm, Runnable yes) {
        BaseDialog dialog = new BaseDialog(parent, "question", title, question);
        finish(dialog, confirm, messages.text("cancel"), yes);
    }

    /** Tells something that only needs to be read. */
    public static BaseDialog tell(Shell parent, Messages messages, String title, String text) {
        BaseDialog dialog = new BaseDialog(parent, "tell", title, text);
        ActionControl close =
                dialog.button("dialog.close", messages.text("close"), ActionControl.Style.PLAIN, dialog::close);
        dialog.setDefault(close);
        close.setFocus();
        dialog.open(WIDTH, 0);
        return dialog;
    }

    private static void finish(BaseDialog dialog, String confirm, String cancel, Runnable yes) {
        dialog.button("dialog.confirm", confirm, ActionControl.Style.DANGER, () -> {
            dialog.close();
            yes.run();
        });
        ActionControl no = dialog.button("dialog.cancel", cancel, ActionControl.Style.PLAIN, dialog::close);
        dialog.setDefault(no);
        dialog.open(WIDTH, 0);
        no.setFocus();
    }
}
