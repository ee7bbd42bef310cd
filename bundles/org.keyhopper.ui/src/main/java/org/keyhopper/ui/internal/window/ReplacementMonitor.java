package org.keyhopper.ui.internal.window;

import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.updates.Updates;

/**
 * Checks periodically whether the installation was replaced and notifies the operator once, never during a run. UI
 * thread only.
 */
final class ReplacementMonitor {

    private static final int EVERY_MILLISECONDS = 15_000;

    private final Shell shell;
    private final WorkbenchModel model;
    private final Updates updates;

    ReplacementMonitor(Shell shell, WorkbenchModel model, Updates updates) {
        this.shell = shell;
        this.model = model;
        this.updates = updates;
    }

    void begin() {
        shell.getDisplay().timerExec(EVERY_MILLISECONDS, this::check);
    }

    private void check() {
        if (shell.isDisposed()) {
            return;
        }
        if (model.isRunning() || !updates.replaced().getAsBoolean()) {
            begin();
            return;
        }
        Messages messages = model.context().messages();
        ConfirmationDialogs.inform(
                Shells.main(shell.getDisplay()).orElse(shell),
                messages,
                messages.text("upkeep.replaced.title"),
                messages.text("upkeep.replaced"));
    }
}
