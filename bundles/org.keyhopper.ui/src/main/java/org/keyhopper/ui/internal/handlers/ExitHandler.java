package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;

/** Exits the product. */
public final class ExitHandler {

    @Execute
    void execute(WorkbenchWindow window) {
        AfterMenu.run(window::exit);
    }
}
