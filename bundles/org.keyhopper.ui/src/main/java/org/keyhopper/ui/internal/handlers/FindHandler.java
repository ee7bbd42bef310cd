package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.ui.internal.controls.FilterField;

/** Moves the focus to the field that filters the nearest table. */
public final class FindHandler {

    @CanExecute
    boolean canExecute(Display display) {
        return display.getFocusControl() != null;
    }

    @Execute
    void execute(Display display) {
        FilterField.find(display.getFocusControl());
    }
}
