package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;

/** Makes a request from a file. */
public final class ImportHandler {

    @Execute
    void execute(WorkbenchWindow window) {
        window.importPeople();
    }
}
