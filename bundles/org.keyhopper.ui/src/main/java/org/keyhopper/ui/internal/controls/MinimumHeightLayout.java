package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.keyhopper.ui.internal.look.Theme;

/** Gives its only child all the space and requests a minimum height, so that controls above do not move. */
public final class MinimumHeightLayout extends Layout {

    private final int height;

    /** @param height in pixels, at the default font size */
    public MinimumHeightLayout(int height) {
        this.height = height;
    }

    private static Control child(Composite parent) {
        return parent.getChildren()[0];
    }

    @Override
    protected Point computeSize(Composite parent, int widthHint, int heightHint, boolean flushCache) {
        Point size = child(parent).computeSize(widthHint, SWT.DEFAULT, flushCache);
        return new Point(size.x, Math.max(size.y, Theme.px(height)));
    }

    @Override
    protected void layout(Composite parent, boolean flushCache) {
        child(parent).setBounds(parent.getClientArea());
    }
}
