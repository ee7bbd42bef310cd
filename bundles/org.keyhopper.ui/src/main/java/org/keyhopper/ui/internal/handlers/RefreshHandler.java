package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.model.WorkbenchModel;

/** Reloads everything that is not updated automatically. */
public final class RefreshHandler {

    @Execute
    void execute(WorkbenchModel model) {
        model.requests().refresh();
        model.results().refresh();
        model.devices().refresh();
        model.inventory().refresh();
    }
}
