package org.keyhopper.ui.internal.window;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Finds the parent shell of a dialog. UI thread. */
public final class Shells {

    private Shells() {}

    /** Returns the topmost window: an open dialog, else the main window; empty if there is none. */
    public static Optional<Shell> main(Display display) {
        Shell active = display.getActiveShell();
        if (active != null && active.isVisible()) {
            return Optional.of(active);
        }
        return Arrays.stream(display.getShells()).filter(Shell::isVisible).reduce((before, last) -> last);
    }
}
