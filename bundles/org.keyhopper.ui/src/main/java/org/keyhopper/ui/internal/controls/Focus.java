package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

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
}
