package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.layout.FormAttachment;
import org.eclipse.swt.layout.FormData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Lays sheets side by side at fixed shares of the width, whatever is in them. The parent has a form layout. */
public final class Columns {

    private static final int HALF_GAP = 10;
    private static final int FIRST_OF_THREE = 26;
    private static final int SECOND_OF_THREE = 72;
    private static final int FIRST_BEFORE_WIDE = 28;
    private static final int SECOND_BEFORE_WIDE = 58;
    private static final int FIRST_OF_TWO = 62;

    private Columns() {}

    /** Lays three sheets, 26 : 46 : 28. */
    public static void lay(Composite parent, Control left, Control middle, Control right) {
        lay(left, new FormAttachment(0, 0), new FormAttachment(FIRST_OF_THREE, -HALF_GAP));
        lay(middle, new FormAttachment(FIRST_OF_THREE, HALF_GAP), new FormAttachment(SECOND_OF_THREE, -HALF_GAP));
        lay(right, new FormAttachment(SECOND_OF_THREE, HALF_GAP), new FormAttachment(100, 0));
        parent.layout();
    }

    /** Lays three sheets, 28 : 30 : 42. */
    public static void layWideLast(Composite parent, Control left, Control middle, Control right) {
        lay(left, new FormAttachment(0, 0), new FormAttachment(FIRST_BEFORE_WIDE, -HALF_GAP));
        lay(middle, new FormAttachment(FIRST_BEFORE_WIDE, HALF_GAP), new FormAttachment(SECOND_BEFORE_WIDE, -HALF_GAP));
        lay(right, new FormAttachment(SECOND_BEFORE_WIDE, HALF_GAP), new FormAttachment(100, 0));
        parent.layout();
    }

    /** Lays two sheets, 62 : 38. */
    public static void lay(Composite parent, Control left, Control right) {
        lay(left, new FormAttachment(0, 0), new FormAttachment(FIRST_OF_TWO, -HALF_GAP));
        lay(right, new FormAttachment(FIRST_OF_TWO, HALF_GAP), new FormAttachment(100, 0));
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
