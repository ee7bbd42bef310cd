package org.keyhopper.ui.internal.keys;

import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;

/** The keyboard shortcuts of commands as text, one set per display. UI thread only. */
public interface Shortcuts {

    String COPY = "org.keyhopper.command.copy";
    String FIND = "org.keyhopper.command.find";
    String PLACE = "org.keyhopper.command.place";
    String PLACE_PARAMETER = "org.keyhopper.parameter.place";
    String REHEARSAL = "org.keyhopper.command.rehearsal";
    String REHEARSAL_PARAMETER = "org.keyhopper.parameter.hand";
    String MENU = "org.keyhopper.command.menu";

    /** Without a workbench there are no bindings. */
    Shortcuts NONE = (command, parameters) -> Optional.empty();

    /**
     * Returns the shortcut in the language of the window, with the names that this platform gives its keys.
     *
     * @param parameters values by the ids of the command's parameters
     * @return empty if the command has none
     */
    Optional<String> of(String command, Map<String, String> parameters);

    static Shortcuts of(Display display) {
        return display.getData(Shortcuts.class.getName()) instanceof Shortcuts shortcuts ? shortcuts : NONE;
    }

    static void install(Display display, Shortcuts shortcuts) {
        display.setData(Shortcuts.class.getName(), shortcuts);
    }

    default Optional<String> of(String command) {
        return of(command, Map.of());
    }

    /** Returns the text of a menu entry with the shortcut of the command, if it has one. */
    default String label(String text, String command) {
        return of(command).map(keys -> text + "\t" + keys).orElse(text);
    }
}
