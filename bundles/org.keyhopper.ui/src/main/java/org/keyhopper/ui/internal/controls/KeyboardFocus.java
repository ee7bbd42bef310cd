package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
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
     * Moves the focus in the window of the control, once no dialog is in front of it any more: SWT would send keys to
     * the window behind, which is blocked, and the dialog would get none.
     */
    public static void move(Control inWindow, Runnable focusing) {
        Shell window = inWindow.getShell();
        Shell active = window.getDisplay().getActiveShell();
        if (active == null || active == window) {
            focusing.run();
            return;
        }
        window.addListener(SWT.Activate, new Listener() {
            @Override
            public void handleEvent(Event event) {
                window.removeListener(SWT.Activate, this);
                // The window gives the focus back to the control that had it, after this event.
                window.getDisplay().asyncExec(() -> {
                    if (!inWindow.isDisposed() && inWindow.isVisible()) {
                        focusing.run();
                    }
                });
            }
        });
    }
}
