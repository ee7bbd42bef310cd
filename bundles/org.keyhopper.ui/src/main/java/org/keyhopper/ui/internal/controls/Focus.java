package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Queries the keyboard focus. */
public final class Focus {

    private Focus() {}

    /** Returns whether the focus is on a descendant of the parent. */
    public static boolean isIn(Composite parent) {
        Control one = parent.getDisplay().getFocusControl();
        while (one != null && one != parent) {
            one = one.getParent();
        }
        return one == parent;
    }

    /**
     * Returns whether the control may move the focus without an action of the operator. Not while a dialog is in front:
     * SWT would send keys to the window behind, which is blocked, and the dialog would get none.
     */
    public static boolean mayMove(Control control) {
        Shell active = control.getDisplay().getActiveShell();
        return control.isVisible() && (active == null || active == control.getShell());
    }
}
