package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;

/** Opens the dialog that creates a request from a file. */
public final class ImportHandler {

    @Execute
    void execute(WorkbenchWindow window) {
        window.importPeople();
    }
}
