package org.keyhopper.ui.internal.handlers;

import org.eclipse.swt.widgets.Display;

/** Opens what has the keyboard. UI thread only. */
final class AfterMenu {

    private AfterMenu() {}

    /** Runs the action once the menu that it was chosen from has closed; until then the menu keeps the keyboard, also from a dialog. */
    static void run(Runnable action) {
        Display.getCurrent().asyncExec(action);
    }
}
