package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Shows one of several children and takes the size of that one. */
public final class SwitchPane extends StackLayout {

    /** Shows the child; returns whether another one was shown before. */
    public boolean switchTo(Control next) {
        if (topControl == next) {
            return false;
        }
        topControl = next;
        next.getParent().layout(true, true);
        Page.fit(next);
        return true;
    }

    public Control shown() {
        return topControl;
    }

    @Override
    protected Point computeSize(Composite parent, int widthHint, int heightHint, boolean flushCache) {
        return topControl == null ? new Point(0, 0) : topControl.computeSize(widthHint, heightHint, flushCache);
    }
}
