package org.keyhopper.ui.internal.dialogs;

import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.manual.Confirmation;
import org.keyhopper.ui.model.passkeys.Revocation;

/** Asks for confirmation before something is lost. Enter and Escape never confirm. */
public final class ConfirmationDialogs {

    private static final int WIDTH = 620;

    private ConfirmationDialogs() {}

    /** Asks before a device is reset. */
    public static void reset(Shell parent, Messages messages, Confirmation asked, Runnable yes) {
        erase(parent, messages, messages.text("reset.title"), asked, yes);
    }

    /** Asks before a device is reset or a credential is deleted. */
    public static void erase(Shell parent, Messages messages, String title, Confirmation asked, Runnable yes) {
        ask(parent, title, messages.text("reset.loses"), asked, yes);
    }

    private static void ask(Shell parent, String title, String heading, Confirmation asked, Runnable yes) {
        BaseDialog dialog = new BaseDialog(parent, "reset", title, asked.question());
        Labels.label(dialog.body(), FontRole.STRONG, ColorRole.BAD_TEXT).setText(heading);
        for (String loss : asked.losses()) {
            Labels.set(Labels.wrapped(dialog.body(), FontRole.LARGE, ColorRole.TEXT), "•  " + loss);
        }
        Labels.set(Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.SOFT), asked.remark());
        finish(dialog, asked.confirm(), asked.cancel(), yes);
    }

    /** Asks before a passkey is revoked. */
    public static void revoke(Shell parent, Messages messages, Revocation asked, Runnable yes) {
        Confirmation confirmation = new Confirmation(
                null,
                asked.question(),
                asked.losses(),
                asked.remark(),
                messages.text("passkeys.revoke.confirm"),
                messages.text("cancel"));
        ask(parent, messages.text("passkeys.revoke.title"), messages.text("passkeys.losses"), confirmation, yes);
    }

    /** Asks before another destructive action. */
    public static void ask(
            Shell parent, Messages messages, String title, String question, String confirm, Runnable yes) {
        BaseDialog dialog = new BaseDialog(parent, "question", title, question);
        finish(dialog, confirm, messages.text("cancel"), yes);
    }

    /** Shows a message that needs no decision. */
    public static BaseDialog inform(Shell parent, Messages messages, String title, String text) {
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
