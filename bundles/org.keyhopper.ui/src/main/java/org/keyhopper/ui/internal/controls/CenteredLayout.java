package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.keyhopper.ui.internal.look.Theme;

/** Centres its only child and limits it to a readable width. */
public final class CenteredLayout extends Layout {

    private final int widest;

    /** @param widest maximum width in pixels, at the default font size */
    public CenteredLayout(int widest) {
        this.widest = widest;
    }

    @Override
    protected Point computeSize(Composite parent, int widthHint, int heightHint, boolean flushCache) {
        int width = widthHint == SWT.DEFAULT ? Theme.px(widest) : widthHint;
        return new Point(width, child(parent, width).y);
    }

    private Point child(Composite parent, int room) {
        return parent.getChildren()[0].computeSize(Math.min(room, Theme.px(widest)), SWT.DEFAULT);
    }

    @Override
    protected void layout(Composite parent, boolean flushCache) {
        Rectangle room = parent.getClientArea();
        Point size = child(parent, room.width);
        Control only = parent.getChildren()[0];
        only.setBounds((room.width - size.x) / 2, Math.max(0, (room.height - size.y) / 2), size.x, size.y);
    }
}
