package org.keyhopper.ui.internal.window;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.keyhopper.ui.model.RehearsalControls;

/** Global keyboard shortcuts that control the simulated devices of a rehearsal. */
final class RehearsalShortcuts {

    private RehearsalShortcuts() {}

    static void listen(Display display, RehearsalControls controls) {
        display.addFilter(SWT.KeyDown, event -> press(event, controls));
    }

    private static void press(Event event, RehearsalControls controls) {
        switch (event.keyCode) {
            case SWT.F6 -> controls.insertNewCard();
            case SWT.F7 -> controls.insertUsedCard();
            case SWT.F8 -> controls.removeCard();
            case SWT.F9 -> controls.loadPrinter();
            default -> {}
        }
    }
}
