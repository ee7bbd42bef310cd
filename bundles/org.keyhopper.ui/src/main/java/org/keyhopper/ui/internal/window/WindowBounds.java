package org.keyhopper.ui.internal.window;

import java.util.Arrays;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers where the window was and how large. UI thread. */
final class WindowBounds {

    private static final Logger LOG = LoggerFactory.getLogger(WindowBounds.class);
    private static final String KEY = "window";
    private static final String MAXIMIZED = "maximized";

    private WindowBounds() {}

    /** Restores the bounds, unless no part of them would be on a screen; keeps them when the window goes. */
    static void remember(Shell shell) {
        IEclipsePreferences preferences = ThemeChoice.preferences();
        String[] kept = preferences.get(KEY, "").split(",");
        if (kept.length == 4) {
            int[] numbers = Arrays.stream(kept).mapToInt(Integer::parseInt).toArray();
            Rectangle bounds = new Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]);
            if (Arrays.stream(shell.getDisplay().getMonitors())
                    .anyMatch(monitor -> monitor.getClientArea().intersects(bounds))) {
                shell.setBounds(bounds);
            }
        }
        shell.setMaximized(preferences.getBoolean(MAXIMIZED, false));
        shell.addListener(SWT.Dispose, event -> keep(shell, preferences));
    }

    private static void keep(Shell shell, IEclipsePreferences preferences) {
        preferences.putBoolean(MAXIMIZED, shell.getMaximized());
        if (!shell.getMaximized()) {
            Rectangle bounds = shell.getBounds();
            preferences.put(KEY, bounds.x + "," + bounds.y + "," + bounds.width + "," + bounds.height);
        }
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.info("The size of the window is not remembered", e);
        }
    }
}
