package org.keyhopper.ui.internal.window;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.ui.internal.look.Theme;

/** The appearance chosen by the operator, stored in the preferences. UI thread. */
public enum ThemePreference {
    SYSTEM,
    LIGHT,
    DARK;

    private static final String KEY = "theme";

    static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.keyhopper.ui");
    }

    public static ThemePreference kept() {
        String kept = preferences().get(KEY, SYSTEM.name());
        for (ThemePreference choice : values()) {
            if (choice.name().equals(kept)) {
                return choice;
            }
        }
        return SYSTEM;
    }

    public void keep() {
        preferences().put(KEY, name());
    }

    public void apply(Display display) {
        boolean dark = this == DARK || this == SYSTEM && Display.isSystemDarkTheme();
        Theme.of(display).setDark(dark);
    }
}
