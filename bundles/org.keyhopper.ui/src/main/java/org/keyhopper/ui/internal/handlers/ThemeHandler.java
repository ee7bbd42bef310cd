package org.keyhopper.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.ui.internal.window.ThemePreference;

/** Changes the colours of the window, and keeps the choice. */
public final class ThemeHandler {

    @Execute
    void execute(Display display, @Named("org.keyhopper.parameter.theme") String theme) {
        ThemePreference chosen = ThemePreference.valueOf(theme);
        chosen.keep();
        chosen.apply(display);
    }
}
