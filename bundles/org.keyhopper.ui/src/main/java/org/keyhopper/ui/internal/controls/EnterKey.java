package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** Enter does what the default button does, except in a control that has a use of its own for it. */
public final class EnterKey {

    private EnterKey() {}

    /** Returns whether this traversal is Enter for a default button of a page: pressed in no field. */
    public static boolean isForPage(Event traversal) {
        Control focused = traversal.display.getFocusControl();
        return traversal.detail == SWT.TRAVERSE_RETURN && !(focused instanceof Text) && !isChoice(focused);
    }

    /** Returns whether it is Enter for the default button of a dialog, which a field of text is for as well. */
    public static boolean isForDialog(Event traversal) {
        return traversal.detail == SWT.TRAVERSE_RETURN && !isChoice(traversal.display.getFocusControl());
    }

    private static boolean isChoice(Control focused) {
        return focused instanceof Combo || focused instanceof Spinner;
    }
}
