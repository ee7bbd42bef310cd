package org.keyhopper.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;
import org.keyhopper.ui.model.updates.UpdatesPresenter.Purpose;

/** Opens the dialog for updates or for drivers. */
public final class UpdatesHandler {

    @CanExecute
    boolean canExecute(WorkbenchWindow window) {
        return window.services().updates().isPresent() && !window.isBlocked();
    }

    @Execute
    void execute(WorkbenchWindow window, @Named("org.keyhopper.parameter.purpose") String purpose) {
        AfterMenu.run(() -> window.updates(Purpose.valueOf(purpose)));
    }
}
