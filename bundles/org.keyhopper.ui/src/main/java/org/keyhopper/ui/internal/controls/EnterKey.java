package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/** Decides whether Enter triggers the default button or is used by the focused control. */
public final class EnterKey {

    private EnterKey() {}

    /** Returns whether the event is Enter for the default button of a page, that is, not pressed in a field. */
    public static boolean isForPage(Event traversal) {
        Control focused = traversal.display.getFocusControl();
        return traversal.detail == SWT.TRAVERSE_RETURN && !(focused instanceof Text) && !isChoice(focused);
    }

    /**
     * Returns whether the event is Enter for the default button of a dialog, where a text field does not consume it.
     */
    public static boolean isForDialog(Event traversal) {
        return traversal.detail == SWT.TRAVERSE_RETURN && !isChoice(traversal.display.getFocusControl());
    }

    private static boolean isChoice(Control focused) {
        return focused instanceof Combo || focused instanceof Spinner;
    }
}
