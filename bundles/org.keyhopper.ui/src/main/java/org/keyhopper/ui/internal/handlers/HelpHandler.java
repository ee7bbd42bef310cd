package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;

/** Opens the help for what has the focus, in dialogs as well. */
public final class HelpHandler {

    @Execute
    void execute(WorkbenchWindow window) {
        window.help();
    }
}
