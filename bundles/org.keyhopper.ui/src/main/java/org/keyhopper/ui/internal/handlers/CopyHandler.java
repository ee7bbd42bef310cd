package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.controls.TableTools;

/** Copies what is selected in the control with the focus. */
public final class CopyHandler {

    @CanExecute
    boolean canExecute(Display display) {
        return display.getFocusControl() != null;
    }

    @Execute
    void execute(Display display) {
        switch (display.getFocusControl()) {
            case Text text -> text.copy();
            case Combo combo -> combo.copy();
            case Spinner spinner -> spinner.copy();
            case null -> {}
            case Control control -> TableTools.copy(control);
        }
    }
}
