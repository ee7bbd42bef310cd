package org.keyhopper.ui.internal.window;

import java.util.Arrays;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.ui.model.preferences.Preferences;
import org.keyhopper.ui.model.preferences.Preferences.Appearance;
import org.keyhopper.ui.model.preferences.Preferences.Language;
import org.keyhopper.ui.model.preferences.Preferences.PrinterDefaults;
import org.keyhopper.ui.model.preferences.PreferencesStore;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the preferences in those of the Eclipse instance. Any thread. */
public final class KeptPreferences implements PreferencesStore {

    private static final Logger LOG = LoggerFactory.getLogger(KeptPreferences.class);
    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";
    private static final String TEXT_SIZE = "textSize";
    private static final String SOUNDS = "sounds";
    private static final String SITE = "updateSite";
    private static final String ENCODER = "encoder";
    private static final String PROVISIONED = "provisioned";

    @Override
    public Preferences read() {
        IEclipsePreferences kept = ThemePreference.preferences();
        int size = kept.getInt(TEXT_SIZE, Preferences.DEFAULT.textSize());
        return new Preferences(
                value(kept, THEME, Preferences.DEFAULT.appearance(), Appearance.values()),
                value(kept, LANGUAGE, Preferences.DEFAULT.language(), Language.values()),
                Preferences.TEXT_SIZES.contains(size) ? size : Preferences.DEFAULT.textSize(),
                kept.getBoolean(SOUNDS, Preferences.DEFAULT.sounds()),
                kept.get(SITE, Preferences.DEFAULT.updateSite()),
                new PrinterDefaults(
                        value(kept, ENCODER, PrinterDefaults.USUAL.encoder(), Encoder.values()),
                        value(kept, PROVISIONED, PrinterDefaults.USUAL.provisioned(), OnProvisioned.values())));
    }

    /** The file can be edited: an unknown name counts as none. */
    private static <E extends Enum<E>> E value(IEclipsePreferences kept, String key, E usual, E[] values) {
        String name = kept.get(key, usual.name());
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(usual);
    }

    @Override
    public void save(Preferences preferences) {
        IEclipsePreferences kept = ThemePreference.preferences();
        kept.put(THEME, preferences.appearance().name());
        kept.put(LANGUAGE, preferences.language().name());
        kept.putInt(TEXT_SIZE, preferences.textSize());
        kept.putBoolean(SOUNDS, preferences.sounds());
        kept.put(SITE, preferences.updateSite());
        kept.put(ENCODER, preferences.printers().encoder().name());
        kept.put(PROVISIONED, preferences.printers().provisioned().name());
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            LOG.warn("The preferences cannot be stored", e);
        }
    }
}
