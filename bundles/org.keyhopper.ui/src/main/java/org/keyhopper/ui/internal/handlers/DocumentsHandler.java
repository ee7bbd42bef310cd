package org.keyhopper.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;

/** Opens a page of the help. */
public final class DocumentsHandler {

    @Execute
    void execute(WorkbenchWindow window, @Named("org.keyhopper.parameter.topic") String topic) {
        window.openHelp(topic);
    }
}
