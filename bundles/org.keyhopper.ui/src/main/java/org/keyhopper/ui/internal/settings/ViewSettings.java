package org.keyhopper.ui.internal.settings;

import java.io.IOException;
import java.io.StringWriter;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The arrangement of tables and the bounds of dialogs, one per display. They are kept in memory, and in the preferences
 * between two starts. UI thread only.
 */
public final class ViewSettings {

    private static final Logger LOG = LoggerFactory.getLogger(ViewSettings.class);
    private static final String KEY = "org.keyhopper.views";
    private static final String PREFERENCE = "views";

    private ViewSettings() {}

    /** Returns the section of this name, which is created if need be. */
    public static IDialogSettings section(Display display, String name) {
        return DialogSettings.getOrCreateSection(all(display), name);
    }

    private static DialogSettings all(Display display) {
        if (!(display.getData(KEY) instanceof DialogSettings)) {
            display.setData(KEY, new DialogSettings(PREFERENCE));
        }
        return (DialogSettings) display.getData(KEY);
    }

    /**
     * Reads what was kept, unless it was read before; nothing if it is unreadable, since preference files can be edited.
     */
    public static void load(Display display, IEclipsePreferences preferences) {
        String kept = preferences.get(PREFERENCE, "");
        if (kept.isEmpty() || display.getData(KEY) != null) {
            return;
        }
        try {
            display.setData(KEY, DialogSettingsReader.read(kept, PREFERENCE));
        } catch (IOException e) {
            LOG.info("The arrangement of the window cannot be read", e);
        }
    }

    /** Puts everything into the preferences, which the caller writes to the disk. */
    public static void store(Display display, IEclipsePreferences preferences) {
        try {
            StringWriter written = new StringWriter();
            all(display).save(written);
            preferences.put(PREFERENCE, written.toString());
        } catch (IOException e) {
            LOG.info("The arrangement of the window cannot be stored", e);
        }
    }
}
