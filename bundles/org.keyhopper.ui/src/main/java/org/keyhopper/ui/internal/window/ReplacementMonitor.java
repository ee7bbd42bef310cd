package org.keyhopper.ui.internal.window;

import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.dialogs.ConfirmationDialogs;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.upkeep.Updates;

/**
 * Checks periodically whether the installation was replaced and notifies the operator once, never during a run. UI
 * thread only.
 */
final class ReplacementMonitor {

    private static final int EVERY_MILLISECONDS = 15_000;

    private final Shell shell;
    private final WorkbenchModel desk;
    private final Updates upkeep;

    ReplacementMonitor(Shell shell, WorkbenchModel desk, Updates upkeep) {
        this.shell = shell;
        this.desk = desk;
        this.upkeep = upkeep;
    }

    void begin() {
        shell.getDisplay().timerExec(EVERY_MILLISECONDS, this::look);
    }

    private void look() {
        if (shell.isDisposed()) {
            return;
        }
        if (desk.isRunning() || !upkeep.replaced().getAsBoolean()) {
            begin();
            return;
        }
        Messages messages = desk.environment().messages();
        ConfirmationDialogs.tell(
                Shells.main(shell.getDisplay()).orElse(shell),
                messages,
                messages.text("upkeep.replaced.title"),
                messages.text("upkeep.replaced"));
    }
}
