package org.keyhopper.ui.internal.dialogs;

import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.model.DirectoryInteraction.ConsentQuestion;
import org.keyhopper.ui.model.Messages;

/** Asks for consent to change a directory setting that blocks provisioning. Closing it, like Enter, declines. */
public final class ConsentDialog {

    private final BaseDialog dialog;

    public ConsentDialog(Shell parent, Messages messages, ConsentQuestion question) {
        dialog = new BaseDialog(parent, "consent", messages.text("consent.title"), question.text());
        dialog.button("consent.yes", messages.text("consent.yes"), ActionControl.Style.PLAIN, () -> {
            question.answer().accept(true);
            dialog.close();
        });
        ActionControl no =
                dialog.button("consent.no", messages.text("consent.no"), ActionControl.Style.PRIMARY, dialog::close);
        dialog.setDefault(no);
        dialog.onClose(() -> question.answer().accept(false));
        dialog.open(620, 0);
        no.setFocus();
    }

    public void close() {
        dialog.close();
    }
}
