package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;

/** A prominent label. On low screens only the part before the separator dot is shown; the tooltip has all of it. */
public final class Badge extends Canvas {

    private final String word;

    public Badge(Composite parent, String word) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.word = Theme.hasRoom() ? word : word.split(" · ")[0];
        setToolTipText(word);
        Labels.withId(this, "badge");
        addPaintListener(event -> {
            Theme theme = Theme.of(this);
            Point size = getSize();
            event.gc.setAntialias(SWT.ON);
            event.gc.setBackground(theme.color(ColorRole.ATTENTION_BACK));
            event.gc.setForeground(theme.color(ColorRole.ATTENTION));
            event.gc.fillRoundRectangle(0, 0, size.x - 1, size.y - 1, size.y, size.y);
            event.gc.drawRoundRectangle(0, 0, size.x - 1, size.y - 1, size.y, size.y);
            event.gc.setFont(theme.font(FontRole.CAPTION));
            event.gc.setForeground(theme.color(ColorRole.ATTENTION_TEXT));
            Point extent = event.gc.textExtent(this.word, SWT.DRAW_TRANSPARENT);
            event.gc.drawText(this.word, (size.x - extent.x) / 2, (size.y - extent.y) / 2, SWT.DRAW_TRANSPARENT);
        });
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        gc.setFont(Theme.of(this).font(FontRole.CAPTION));
        Point extent = gc.textExtent(word);
        gc.dispose();
        return new Point(extent.x + 28, extent.y + 12);
    }
}
