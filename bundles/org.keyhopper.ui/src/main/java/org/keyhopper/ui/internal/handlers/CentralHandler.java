package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;

/** Opens the dialog to join a Central, or to leave it. */
public final class CentralHandler {

    @CanExecute
    boolean canExecute(WorkbenchWindow window) {
        return window.services().controls().isEmpty() && !window.isBlocked();
    }

    @Execute
    void execute(WorkbenchWindow window) {
        AfterMenu.run(window::central);
    }
}
