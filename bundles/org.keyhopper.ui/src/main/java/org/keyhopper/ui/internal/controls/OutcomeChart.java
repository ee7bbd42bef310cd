package org.keyhopper.ui.internal.controls;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.results.OutcomeCount;

/**
 * A ring chart with one segment per outcome and the total in its centre; the counts beside it give the same in text.
 */
public final class OutcomeChart extends Canvas {

    private static final int SIDE = 124;
    private static final int RING = 20;

    private List<OutcomeCount> figures = List.of();

    public OutcomeChart(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addPaintListener(event -> paint(event.gc));
    }

    public void show(List<OutcomeCount> next) {
        figures = List.copyOf(next);
        redraw();
    }

    private void paint(GC gc) {
        Theme theme = Theme.of(this);
        int side = Theme.px(Theme.space(SIDE));
        int ring = Theme.px(Theme.space(RING));
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(ColorRole.TRACK));
        gc.fillOval(0, 0, side, side);
        int total = figures.stream()
                .filter(figure -> figure.style().isPresent())
                .mapToInt(OutcomeCount::value)
                .sum();
        int before = 0;
        for (OutcomeCount figure : figures) {
            if (figure.style().isPresent() && figure.value() > 0) {
                int from = 90 - 360 * before / total;
                before += figure.value();
                int to = 90 - 360 * before / total;
                gc.setBackground(theme.color(ColorRole.mark(figure.style().get().tint())));
                gc.fillArc(0, 0, side, side, to, from - to);
            }
        }
        gc.setBackground(getParent().getBackground());
        gc.fillOval(ring, ring, side - 2 * ring, side - 2 * ring);
        gc.setFont(theme.font(FontRole.NAME));
        gc.setForeground(theme.color(ColorRole.TEXT));
        String number = Integer.toString(total);
        Point extent = gc.textExtent(number, SWT.DRAW_TRANSPARENT);
        gc.drawText(number, (side - extent.x) / 2, (side - extent.y) / 2, SWT.DRAW_TRANSPARENT);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(Theme.px(Theme.space(SIDE)) + 1, Theme.px(Theme.space(SIDE)) + 1);
    }
}
