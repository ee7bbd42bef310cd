package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.keyhopper.core.request.Tally;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.Theme;

/** A bar with one segment per outcome; the text below it gives the numbers. */
public final class ProgressStrip extends Canvas {

    private static final int HEIGHT = 10;

    private Tally tally = new Tally(0, 0, 0, 0, 0, 0);

    public ProgressStrip(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addPaintListener(event -> {
            Rectangle area = getClientArea();
            paint(event.gc, new Rectangle(0, 0, area.width, HEIGHT), tally);
        });
    }

    public void show(Tally next) {
        if (!next.equals(tally)) {
            tally = next;
            redraw();
        }
    }

    /** Paints the bar; also used for table rows. */
    public static void paint(GC gc, Rectangle bar, Tally tally) {
        Theme theme = Theme.of(Display.getCurrent());
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(ColorRole.TRACK));
        gc.fillRoundRectangle(bar.x, bar.y, bar.width, bar.height, bar.height, bar.height);
        if (tally.total() == 0) {
            return;
        }
        int[] counts = {tally.provisioned(), tally.skipped(), tally.failed(), tally.unclear()};
        ColorRole[] roles = {ColorRole.GOOD, ColorRole.ATTENTION, ColorRole.BAD, ColorRole.ACTIVE};
        int before = 0;
        for (int i = 0; i < counts.length; i++) {
            int from = bar.x + bar.width * before / tally.total();
            before += counts[i];
            int to = bar.x + bar.width * before / tally.total();
            if (to > from) {
                gc.setBackground(theme.color(roles[i]));
                gc.fillRoundRectangle(from, bar.y, Math.max(to - from, bar.height), bar.height, bar.height, bar.height);
            }
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 120 : widthHint, HEIGHT + 1);
    }
}
