package org.keyhopper.ui.internal.manual;

import org.eclipse.swt.layout.FormAttachment;
import org.eclipse.swt.layout.FormData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Lays three sheets side by side, 26 : 46 : 28 of the width, whatever is in them. */
final class Columns {

    private static final int GAP = 10;
    private static final int FIRST = 26;
    private static final int SECOND = 72;

    private Columns() {}

    static void lay(Composite parent, Control left, Control middle, Control right) {
        lay(left, new FormAttachment(0, 0), new FormAttachment(FIRST, -GAP));
        lay(middle, new FormAttachment(FIRST, GAP), new FormAttachment(SECOND, -GAP));
        lay(right, new FormAttachment(SECOND, GAP), new FormAttachment(100, 0));
        parent.layout();
    }

    private static void lay(Control control, FormAttachment from, FormAttachment to) {
        FormData data = new FormData();
        data.left = from;
        data.right = to;
        data.top = new FormAttachment(0, 0);
        data.bottom = new FormAttachment(100, 0);
        control.setLayoutData(data);
    }
}
