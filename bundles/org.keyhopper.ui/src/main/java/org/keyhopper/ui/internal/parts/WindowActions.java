package org.keyhopper.ui.internal.parts;

import java.util.Optional;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.WorkbenchModel;

/** The services of the window that its parts use. UI thread only. */
public interface WindowActions {

    WorkbenchModel model();

    /** Returns the label of a mode that must not be mistaken for normal operation, if any. */
    Optional<String> badge();

    /** Opens the menu at a point of the display. */
    void openMenu(Composite place, Point at);

    default Messages messages() {
        return model().context().messages();
    }
}
