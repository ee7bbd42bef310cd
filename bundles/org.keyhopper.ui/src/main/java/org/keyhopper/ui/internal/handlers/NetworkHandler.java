package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;

/** Opens the network settings. */
public final class NetworkHandler {

    @CanExecute
    boolean canExecute(WorkbenchWindow window) {
        return window.services().network().isPresent() && !window.isBlocked();
    }

    @Execute
    void execute(WorkbenchWindow window) {
        AfterMenu.run(window::network);
    }
}
