package org.keyhopper.ui.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.model.Desk;

/** Reads requests and results again; a run follows its devices by itself. */
public final class RefreshHandler {

    @Execute
    void execute(Desk desk) {
        desk.requests().refresh();
        desk.results().refresh();
    }
}
