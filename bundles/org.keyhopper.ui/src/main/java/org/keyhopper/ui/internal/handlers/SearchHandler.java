package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;

/** Opens the dialog that creates a request from people in a directory. */
public final class SearchHandler {

    @Execute
    void execute(WorkbenchWindow window) {
        window.searchPeople();
    }
}
