package org.keyhopper.ui.internal.controls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/** Lays out visible buttons and fields of one height in a row and wraps them into further rows if necessary. */
public final class WrapLayout extends Layout {

    private static final int GAP = 12;
    private static final int BETWEEN_LINES = 8;

    private final int atTheEnd;

    /** @param atTheEnd number of trailing buttons that are right-aligned as long as one row suffices */
    public WrapLayout(int atTheEnd) {
        this.atTheEnd = atTheEnd;
    }

    /** A width hint is for fields, whose text says nothing about their width. */
    private static Point size(Control control) {
        int width = control.getLayoutData() instanceof GridData data ? data.widthHint : SWT.DEFAULT;
        return control.computeSize(width, SWT.DEFAULT);
    }

    private List<Rectangle> bounds(Composite parent, int width) {
        List<Rectangle> bounds = new ArrayList<>();
        Rectangle last = new Rectangle(-GAP, 0, 0, 0);
        int highest = Arrays.stream(parent.getChildren())
                .mapToInt(control -> size(control).y)
                .max()
                .orElse(0);
        for (Control control : parent.getChildren()) {
            if (!control.getVisible()) {
                bounds.add(new Rectangle(0, last.y, 0, 0));
                continue;
            }
            Point size = size(control);
            int x = last.x + last.width + GAP;
            boolean fits = x == 0 || x + size.x <= width;
            int y = fits ? last.y : last.y + last.height + BETWEEN_LINES;
            last = new Rectangle(fits ? x : 0, y, Math.min(size.x, width), highest);
            bounds.add(last);
        }
        if (last.y == 0) {
            int rest = width - last.x - last.width;
            bounds.subList(bounds.size() - atTheEnd, bounds.size()).forEach(rectangle -> rectangle.x += rest);
        }
        return bounds;
    }

    @Override
    protected Point computeSize(Composite parent, int widthHint, int heightHint, boolean flushCache) {
        List<Rectangle> bounds = bounds(parent, widthHint == SWT.DEFAULT ? Short.MAX_VALUE : widthHint);
        int width = bounds.stream()
                .limit(bounds.size() - atTheEnd)
                .mapToInt(rectangle -> rectangle.x + rectangle.width)
                .max()
                .orElse(0);
        int height = bounds.stream()
                .mapToInt(rectangle -> rectangle.y + rectangle.height)
                .max()
                .orElse(0);
        return new Point(widthHint == SWT.DEFAULT ? width : widthHint, height);
    }

    @Override
    protected void layout(Composite parent, boolean flushCache) {
        List<Rectangle> bounds = bounds(parent, parent.getClientArea().width);
        for (int i = 0; i < bounds.size(); i++) {
            parent.getChildren()[i].setBounds(bounds.get(i));
        }
    }
}
