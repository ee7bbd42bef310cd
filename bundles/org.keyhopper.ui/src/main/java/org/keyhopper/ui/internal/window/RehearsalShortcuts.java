package org.keyhopper.ui.internal.window;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.keyhopper.ui.model.RehearsalControls;

/** Global keyboard shortcuts that control the simulated devices of a rehearsal. */
final class RehearsalShortcuts {

    private RehearsalShortcuts() {}

    static void listen(Display display, RehearsalControls hands) {
        display.addFilter(SWT.KeyDown, event -> press(event, hands));
    }

    private static void press(Event event, RehearsalControls hands) {
        switch (event.keyCode) {
            case SWT.F6 -> hands.putInNewCard();
            case SWT.F7 -> hands.putInUsedCard();
            case SWT.F8 -> hands.takeOut();
            case SWT.F9 -> hands.loadPrinter();
            default -> {}
        }
    }
}
