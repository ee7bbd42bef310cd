package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;

/** A disc with a person's initials. */
public final class Avatar extends Canvas {

    private static final int SIDE = 80;

    private String initials = "";

    public Avatar(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addPaintListener(event -> {
            Theme theme = Theme.of(this);
            event.gc.setAntialias(SWT.ON);
            event.gc.setBackground(theme.color(ColorRole.AVATAR));
            event.gc.fillOval(0, 0, SIDE, SIDE);
            event.gc.setFont(theme.font(FontRole.INITIALS));
            event.gc.setForeground(theme.color(ColorRole.ON_AVATAR));
            Point extent = event.gc.textExtent(initials, SWT.DRAW_TRANSPARENT);
            event.gc.drawText(initials, (SIDE - extent.x) / 2, (SIDE - extent.y) / 2, SWT.DRAW_TRANSPARENT);
        });
    }

    public void show(String next) {
        initials = next;
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(SIDE + 1, SIDE + 1);
    }
}
