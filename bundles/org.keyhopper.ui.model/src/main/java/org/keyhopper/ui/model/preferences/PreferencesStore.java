package org.keyhopper.ui.model.preferences;

/** Keeps the preferences. Fast, any thread. */
public interface PreferencesStore {

    /** Returns what was saved; what is missing or invalid is that of {@link Preferences#DEFAULT}. */
    Preferences read();

    void save(Preferences preferences);
}
