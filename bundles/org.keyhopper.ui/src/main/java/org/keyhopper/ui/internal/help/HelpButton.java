package org.keyhopper.ui.internal.help;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;

/** The button that does what F1 does, in a dialog that has a page. UI thread only. */
public final class HelpButton {

    private static final String HELP = "help.action";

    private record Action(String name, Runnable open) {}

    private HelpButton() {}

    /**
     * Lets dialogs of this display have the button.
     *
     * @param name what a screen reader calls it
     * @param open opens the page for the control with the focus
     */
    public static void provide(Display display, String name, Runnable open) {
        display.setData(HELP, new Action(name, open));
    }

    /** Adds the button, unless there is no page for the dialog of this id or nothing to open it with. */
    public static Optional<ActionControl> addTo(Composite row, String dialog) {
        if (HelpTopics.ids().contains(dialog) && row.getDisplay().getData(HELP) instanceof Action action) {
            ActionControl button = Labels.withId(new ActionControl(row), "dialog.help");
            button.show("?", "", ActionControl.Style.PLAIN, action.open());
            button.setToolTipText(action.name() + " (F1)");
            Labels.accessibleName(button, action.name());
            GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.FILL).applyTo(button);
            return Optional.of(button);
        }
        return Optional.empty();
    }
}
