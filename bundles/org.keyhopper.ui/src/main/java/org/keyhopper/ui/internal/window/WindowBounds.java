package org.keyhopper.ui.internal.window;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.settings.ViewSettings;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores and restores position and size of the window, and with it the arrangement of tables and dialogs. UI thread. */
public final class WindowBounds {

    private static final Logger LOG = LoggerFactory.getLogger(WindowBounds.class);
    private static final String KEY = "window";
    private static final String MAXIMIZED = "maximized";

    private WindowBounds() {}

    /** Restores the bounds within the current screens, and stores them when the window closes. */
    static void remember(Shell shell) {
        IEclipsePreferences preferences = ThemePreference.preferences();
        kept(shell.getDisplay(), preferences).ifPresent(shell::setBounds);
        shell.setMaximized(preferences.getBoolean(MAXIMIZED, false));
        shell.addListener(SWT.Dispose, event -> keep(shell, preferences));
    }

    /** Returns the height in pixels that the window will have; 0 if it is that of the screen, or not stored. */
    public static int height(Display display) {
        IEclipsePreferences preferences = ThemePreference.preferences();
        return preferences.getBoolean(MAXIMIZED, false)
                ? 0
                : kept(display, preferences).map(bounds -> bounds.height).orElse(0);
    }

    private static Optional<Rectangle> kept(Display display, IEclipsePreferences preferences) {
        List<Rectangle> screens =
                Arrays.stream(display.getMonitors()).map(Monitor::getClientArea).toList();
        return read(preferences.get(KEY, "")).flatMap(bounds -> onScreen(bounds, screens));
    }

    /** Parses stored bounds; empty if they are invalid, since preference files can be edited. */
    static Optional<Rectangle> read(String kept) {
        if (!kept.matches("(-?\\d{1,6},){2}\\d{1,6},\\d{1,6}")) {
            return Optional.empty();
        }
        int[] numbers =
                Arrays.stream(kept.split(",")).mapToInt(Integer::parseInt).toArray();
        return Optional.of(new Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    /**
     * Returns the bounds moved, and shrunk if necessary, to lie on the screen that contains most of them; empty when
     * no screen contains any.
     */
    static Optional<Rectangle> onScreen(Rectangle bounds, List<Rectangle> screens) {
        return screens.stream()
                .filter(screen -> screen.intersects(bounds))
                .max(Comparator.comparingLong(screen -> area(screen.intersection(bounds))))
                .map(screen -> within(bounds, screen));
    }

    private static long area(Rectangle rectangle) {
        return (long) rectangle.width * rectangle.height;
    }

    private static Rectangle within(Rectangle bounds, Rectangle screen) {
        int width = Math.min(bounds.width, screen.width);
        int height = Math.min(bounds.height, screen.height);
        int x = Math.clamp(bounds.x, screen.x, screen.x + screen.width - width);
        int y = Math.clamp(bounds.y, screen.y, screen.y + screen.height - height);
        return new Rectangle(x, y, width, height);
    }

    private static void keep(Shell shell, IEclipsePreferences preferences) {
        preferences.putBoolean(MAXIMIZED, shell.getMaximized());
        if (!shell.getMaximized()) {
            Rectangle bounds = shell.getBounds();
            preferences.put(KEY, bounds.x + "," + bounds.y + "," + bounds.width + "," + bounds.height);
        }
        ViewSettings.store(shell.getDisplay(), preferences);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.info("The arrangement of the window cannot be stored", e);
        }
    }
}
