package org.keyhopper.ui.internal.window;

import java.util.function.Consumer;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.preferences.Preferences;

/** Makes preferences take effect; a language does so at the next start. UI thread. */
record PreferencesEffect(IEclipseContext application, Display display) implements Consumer<Preferences> {

    @Override
    public void accept(Preferences preferences) {
        ThemePreference.kept().apply(display);
        application.get(WorkbenchModel.class).automatic().setup().defaults(preferences.printers());
        Theme theme = Theme.of(display);
        if (theme.textSize() != preferences.textSize()) {
            // The dialog is closed first.
            display.asyncExec(
                    () -> StationSwitch.renderAgain(application, () -> theme.setTextSize(preferences.textSize())));
        }
    }
}
