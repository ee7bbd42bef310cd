package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Layout;
import org.keyhopper.ui.internal.look.Theme;

/** Gives its only child all the space without computing its preferred size, which takes seconds for a long text. */
public final class FillLayoutWithoutHint extends Layout {

    private final int width;
    private final int height;

    /**
     * @param width preferred width in pixels, at the default font size
     * @param height preferred height in pixels, at the default font size
     */
    public FillLayoutWithoutHint(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    protected Point computeSize(Composite parent, int widthHint, int heightHint, boolean flushCache) {
        return new Point(
                widthHint == SWT.DEFAULT ? Theme.px(width) : widthHint,
                heightHint == SWT.DEFAULT ? Theme.px(height) : heightHint);
    }

    @Override
    protected void layout(Composite parent, boolean flushCache) {
        parent.getChildren()[0].setBounds(parent.getClientArea());
    }
}
