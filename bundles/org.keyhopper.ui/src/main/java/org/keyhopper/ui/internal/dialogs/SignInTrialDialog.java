package org.keyhopper.ui.internal.dialogs;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.core.people.SignInResult;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.model.Messages;

/** Asks the operator how the sign-in in the browser went. Closing it, like Enter, says that none was tried. */
public final class SignInTrialDialog {

    private static final int WIDTH = 620;

    private final BaseDialog dialog;
    private SignInResult result = SignInResult.NOT_TRIED;

    public SignInTrialDialog(Shell parent, Messages messages, String person, Consumer<SignInResult> answer) {
        dialog = new BaseDialog(
                parent,
                "trySignIn",
                messages.text("passkeys.try.title"),
                messages.text("passkeys.try.question", person));
        button(messages, SignInResult.WORKED);
        button(messages, SignInResult.FAILED);
        ActionControl none = button(messages, SignInResult.NOT_TRIED);
        dialog.setDefault(none);
        dialog.onClose(() -> answer.accept(result));
        dialog.open(WIDTH, 0);
        none.setFocus();
    }

    private ActionControl button(Messages messages, SignInResult said) {
        String key = "passkeys.try." + said;
        return dialog.button(key, messages.text(key), ActionControl.Style.PLAIN, () -> {
            result = said;
            dialog.close();
        });
    }
}
