package org.keyhopper.ui.internal.dialogs;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.model.Messages;

/** Asks whether the last PIN retry of a device may be used. Closing it, like Enter, declines. */
public final class LastPinTryDialog {

    private final BaseDialog dialog;
    private Consumer<Boolean> answer;

    /** @param answer called once, on the UI thread */
    public LastPinTryDialog(Shell parent, Messages messages, String person, Consumer<Boolean> answer) {
        this.answer = answer;
        dialog = new BaseDialog(
                parent, "lastTry", messages.text("pin.lastTry.title"), messages.text("pin.lastTry.message", person));
        dialog.button("lastTry.yes", messages.text("pin.lastTry.yes"), ActionControl.Style.DANGER, () -> {
            answer(true);
            dialog.close();
        });
        ActionControl no =
                dialog.button("lastTry.no", messages.text("pin.lastTry.no"), ActionControl.Style.PLAIN, dialog::close);
        dialog.setDefault(no);
        dialog.onClose(() -> answer(false));
        dialog.open(620, 0);
        no.setFocus();
    }

    public void close() {
        dialog.close();
    }

    private void answer(boolean yes) {
        Consumer<Boolean> once = answer;
        answer = later -> {};
        once.accept(yes);
    }
}
