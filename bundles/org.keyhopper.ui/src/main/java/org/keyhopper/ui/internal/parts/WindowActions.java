package org.keyhopper.ui.internal.parts;

import java.util.Optional;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.WorkbenchModel;

/** What the places need from the window they are in. UI thread only. */
public interface WindowActions {

    WorkbenchModel desk();

    /** Returns the word for a mode nobody should mistake for the real one, if so. */
    Optional<String> badge();

    /** Opens the menu at a point of the display. */
    void openMenu(Composite place, Point at);

    default Messages messages() {
        return desk().environment().messages();
    }
}
