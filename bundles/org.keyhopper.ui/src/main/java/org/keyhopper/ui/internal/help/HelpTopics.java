package org.keyhopper.ui.internal.help;

import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.eclipse.swt.widgets.Control;
import org.keyhopper.help.Help;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.model.Perspective;

/** Finds the page for what is on the screen. The table from dialogs and perspectives to pages is a file. UI thread. */
public final class HelpTopics {

    private static final String PROBLEM = "help.problem";

    /** The same in every language. */
    private static final ResourceBundle TABLE = ResourceBundle.getBundle("org.keyhopper.ui.internal.help.topics");

    private HelpTopics() {}

    /** Declares the problem that a control and its children show, or that they show none. */
    public static void showsProblem(Control control, Optional<String> code) {
        control.setData(PROBLEM, code.orElse(null));
    }

    /**
     * Returns the page for the control with the focus: that of the problem it shows, of its dialog, or of the
     * perspective.
     */
    static String of(Control focus, Perspective perspective) {
        for (Control control = focus; control != null; control = control.getParent()) {
            if (control.getData(PROBLEM) instanceof String code) {
                return Help.ofProblem(code);
            }
            Optional<String> listed = Labels.id(control).filter(TABLE::containsKey);
            if (listed.isPresent()) {
                return TABLE.getString(listed.get());
            }
            if (control == control.getShell()) {
                break;
            }
        }
        return TABLE.getString("place." + perspective.name());
    }

    /** Returns the ids of the dialogs and perspectives that have a page. */
    static Set<String> ids() {
        return TABLE.keySet();
    }

    static String topic(String id) {
        return TABLE.getString(id);
    }
}
