package org.keyhopper.ui.internal.prompts;

import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.internal.window.Shells;
import org.keyhopper.ui.model.Messages;

/** Opens addresses in the system's browser, or shows them if there is none. */
public final class SystemBrowser implements Consumer<URI> {

    private final Display display;
    private final Messages messages;

    public SystemBrowser(Display display, Messages messages) {
        this.display = display;
        this.messages = messages;
    }

    @Override
    public void accept(URI address) {
        display.asyncExec(() -> {
            if (!Program.launch(address.toString())) {
                Shells.main(display)
                        .ifPresent(shell -> ConfirmationDialogs.inform(
                                shell, messages, messages.text("signIn.title"), address.toString()));
            }
        });
    }
}
