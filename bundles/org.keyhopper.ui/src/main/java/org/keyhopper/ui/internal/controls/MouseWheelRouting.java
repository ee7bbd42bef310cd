package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.keyhopper.ui.internal.look.Theme;

/** Lets the mouse wheel scroll the control under the pointer; it never changes the value of a combo box or spinner. */
public final class MouseWheelRouting {

    /** Distance scrolled per wheel line, in pixels at the default font size. */
    private static final int LINE = 20;

    private MouseWheelRouting() {}

    /** Installs the routing for all windows of the display. */
    public static void scrollOnly(Display display) {
        display.addFilter(SWT.MouseVerticalWheel, MouseWheelRouting::turned);
    }

    private static void turned(Event event) {
        if (event.widget instanceof Combo || event.widget instanceof Spinner) {
            event.doit = false;
            scroll((Control) event.widget, event.count);
        }
    }

    private static void scroll(Control control, int lines) {
        for (Composite above = control.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrolledComposite scrolled) {
                Point origin = scrolled.getOrigin();
                scrolled.setOrigin(origin.x, origin.y - lines * Theme.px(LINE));
                return;
            }
        }
    }
}
