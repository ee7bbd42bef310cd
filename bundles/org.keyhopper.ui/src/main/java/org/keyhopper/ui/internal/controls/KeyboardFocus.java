package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Queries and moves the keyboard focus. */
public final class KeyboardFocus {

    private KeyboardFocus() {}

    /** Returns whether the focus is on a descendant of the parent. */
    public static boolean isIn(Composite parent) {
        Control one = parent.getDisplay().getFocusControl();
        while (one != null && one != parent) {
            one = one.getParent();
        }
        return one == parent;
    }

    /**
     * Moves the focus in the window of the control, unless a dialog is in front of it: SWT would send keys to the
     * window behind, which is blocked, and the dialog would get none.
     */
    public static void move(Control inWindow, Runnable focusing) {
        Shell active = inWindow.getDisplay().getActiveShell();
        if (active == null || active == inWindow.getShell()) {
            focusing.run();
        }
    }
}
