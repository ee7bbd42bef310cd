package org.keyhopper.ui.internal.dialogs;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.pins.EscrowKeyInput;

/** Asks for the key and the reason with which the sealed PIN of one person is released. */
public final class SealedPinDialog {

    private SealedPinDialog() {}

    /** @param then receives the key, and closes it */
    public static void open(Shell parent, Messages messages, String person, Consumer<EscrowKeyInput> then) {
        BaseDialog dialog = new BaseDialog(
                parent, "sealedPin", messages.text("pins.key.title"), messages.text("pins.key.message", person));
        EscrowKeyFields key = new EscrowKeyFields(FormRows.grid(dialog.body()), messages);
        Label fault =
                Labels.withId(Labels.wrapped(dialog.body(), FontRole.STRONG, ColorRole.BAD_TEXT), "sealedPin.fault");
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        ActionControl show =
                dialog.button("sealedPin.show", messages.text("pins.key.confirm"), ActionControl.Style.PRIMARY, () -> {
                    Optional<EscrowKeyInput> access = key.read();
                    if (access.isEmpty()) {
                        Labels.set(fault, messages.text("pins.key.incomplete"));
                        dialog.grow();
                        return;
                    }
                    dialog.close();
                    then.accept(access.get());
                });
        dialog.setDefault(show);
        dialog.open(680, 0);
        key.setFocus();
    }
}
