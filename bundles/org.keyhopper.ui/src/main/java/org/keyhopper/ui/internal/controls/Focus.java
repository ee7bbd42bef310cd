package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Tells where the keyboard is. */
public final class Focus {

    private Focus() {}

    /** Returns whether it is on something inside of this. */
    public static boolean isIn(Composite parent) {
        Control one = parent.getDisplay().getFocusControl();
        while (one != null && one != parent) {
            one = one.getParent();
        }
        return one == parent;
    }
}
