package org.keyhopper.ui.internal.dialogs;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.requests.ProfilesState;

/** Asks for the name under which a profile is saved. */
final class SaveProfileDialog {

    private SaveProfileDialog() {}

    /**
     * @param name the name that is proposed; may be empty
     * @param then receives a valid name
     */
    static void open(Shell parent, Messages messages, ProfilesState profiles, String name, Consumer<String> then) {
        BaseDialog dialog = new BaseDialog(
                parent,
                "saveProfile",
                messages.text("profile.saved.save.title"),
                messages.text("profile.saved.save.message"));
        Text text = FormRows.text(
                FormRows.grid(dialog.body()), messages.text("profile.saved.save.name"), "saveProfile.name", SWT.NONE);
        Label remark = Labels.withId(
                Labels.wrapped(dialog.body(), FontRole.BODY, ColorRole.ATTENTION_TEXT), "saveProfile.remark");
        dialog.button("dialog.cancel", messages.text("cancel"), ActionControl.Style.PLAIN, dialog::close);
        ActionControl save = dialog.button(
                "saveProfile.save", messages.text("profile.saved.save.confirm"), ActionControl.Style.PRIMARY, () -> {
                    String typed = text.getText().strip();
                    dialog.close();
                    then.accept(typed);
                });
        Runnable check = () -> {
            String typed = text.getText();
            save.setEnabled(profiles.canSave(typed));
            Labels.set(remark, remark(messages, profiles, typed));
            dialog.grow();
        };
        text.addListener(SWT.Modify, event -> check.run());
        text.setText(name);
        dialog.setDefault(save);
        dialog.open(560, 0);
        check.run();
        text.selectAll();
        text.setFocus();
    }

    private static String remark(Messages messages, ProfilesState profiles, String typed) {
        if (typed.isBlank()) {
            return "";
        }
        if (!profiles.canSave(typed)) {
            return messages.text("profile.saved.save.badName");
        }
        return profiles.has(typed) ? messages.text("profile.saved.save.replace") : "";
    }
}
