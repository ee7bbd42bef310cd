package org.keyhopper.ui.internal.window;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.keyhopper.ui.model.RehearsalControls;

/** Global keyboard shortcuts that control the simulated devices of a rehearsal. */
final class RehearsalShortcuts {

    private RehearsalShortcuts() {}

    /** @param controls empty while no rehearsal is shown */
    static void listen(Display display, Supplier<Optional<RehearsalControls>> controls) {
        display.addFilter(SWT.KeyDown, event -> controls.get().ifPresent(present -> press(event, present)));
    }

    private static void press(Event event, RehearsalControls controls) {
        switch (event.keyCode) {
            case SWT.F6 -> controls.insertNewCard();
            case SWT.F7 -> controls.insertUsedCard();
            case SWT.F8 -> {
                if ((event.stateMask & SWT.SHIFT) == 0) {
                    controls.removeCard();
                } else {
                    controls.putBackCard();
                }
            }
            case SWT.F9 -> controls.loadPrinter();
            default -> {}
        }
    }
}
