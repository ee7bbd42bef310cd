package org.keyhopper.ui.internal.dialogs;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.model.Messages;

/** Asks for another name of a request. */
public final class RenameDialog {

    private RenameDialog() {}

    /** @param then receives the name, which is not blank */
    public static void open(Shell parent, Messages messages, String name, Consumer<String> then) {
        BaseDialog dialog = new BaseDialog(parent, "rename", messages.text("requests.rename.title"), "");
        Text text =
                FormRows.text(FormRows.grid(dialog.body()), messages.text("draft.label.name"), "rename.name", SWT.NONE);
        text.setText(name);
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        ActionControl rename = dialog.button(
                "rename.rename", messages.text("requests.rename.confirm"), ActionControl.Style.PRIMARY, () -> {
                    then.accept(text.getText());
                    dialog.close();
                });
        text.addListener(SWT.Modify, event -> rename.setEnabled(!text.getText().isBlank()));
        dialog.setDefault(rename);
        dialog.open(520, 0);
        text.selectAll();
        text.setFocus();
    }
}
