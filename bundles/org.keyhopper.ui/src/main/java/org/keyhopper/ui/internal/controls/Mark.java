package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.OutcomeStyle;

/** A small status icon; the text beside it conveys the same. */
public final class Mark extends Canvas {

    private final int side;
    private OutcomeStyle.Mark mark = OutcomeStyle.Mark.RING;
    private ColorRole role = ColorRole.FAINT;

    /** @param side in pixels, at the default font size */
    public Mark(Composite parent, int side) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.side = Theme.px(side);
        addPaintListener(event -> {
            event.gc.setForeground(Theme.of(this).color(role));
            Marks.draw(event.gc, mark, 0, (getClientArea().height - this.side) / 2, this.side);
        });
    }

    public void show(OutcomeStyle.Mark next, ColorRole nextRole) {
        if (next != mark || nextRole != role) {
            mark = next;
            role = nextRole;
            redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(side + 1, side + 1);
    }
}
