package org.keyhopper.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;
import org.keyhopper.ui.model.Perspective;
import org.keyhopper.ui.model.WorkbenchModel;

/** Switches the perspective. */
public final class PerspectiveHandler {

    @CanExecute
    boolean canExecute(WorkbenchWindow window) {
        return !window.isBlocked();
    }

    @Execute
    void execute(@Named("org.keyhopper.parameter.place") String place, WorkbenchModel model) {
        model.go(Perspective.valueOf(place));
    }
}
