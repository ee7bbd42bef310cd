package org.keyhopper.app.internal;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;

/** Goes from light to dark and back; the choice is remembered for the next start. */
public final class ThemeSwitchHandler {

    private static final String LIGHT = "org.keyhopper.theme.light";
    private static final String DARK = "org.keyhopper.theme.dark";

    @Execute
    void execute(IThemeEngine themes) {
        var active = themes.getActiveTheme();
        var dark = active != null && DARK.equals(active.getId());
        themes.setTheme(dark ? LIGHT : DARK, true);
    }
}
