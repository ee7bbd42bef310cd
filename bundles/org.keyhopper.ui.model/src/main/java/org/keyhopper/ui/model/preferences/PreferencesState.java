package org.keyhopper.ui.model.preferences;

import java.util.Optional;
import org.keyhopper.ui.model.Notice;

/**
 * The view state of the preferences dialog.
 *
 * @param siteLock why the update site cannot be changed; empty when it can
 * @param profileLock why profiles cannot be changed at this computer; empty when they can
 * @param directoryLock why directories cannot be changed at this computer; empty when they can
 * @param saved whether the dialog has done its work
 * @param notice what is wrong, or what takes effect only after a restart
 */
public record PreferencesState(
        Preferences preferences,
        Optional<String> siteLock,
        Optional<String> profileLock,
        Optional<String> directoryLock,
        boolean saved,
        Optional<Notice> notice) {

    PreferencesState with(Preferences next, boolean nowSaved, Optional<Notice> nextNotice) {
        return new PreferencesState(next, siteLock, profileLock, directoryLock, nowSaved, nextNotice);
    }
}
