package org.keyhopper.ui.internal.controls;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.keyhopper.ui.internal.look.Theme;

/**
 * Lays out cards side by side, or in fewer columns when the user's font size leaves too little width. Widths do not
 * depend on the cards' contents.
 */
public final class ColumnLayout extends Layout {

    public static final int GAP = 20;

    private final List<ColumnArrangement> arrangements;

    /** @param arrangements the first one that fits the width is used, else the last */
    public ColumnLayout(ColumnArrangement... arrangements) {
        this.arrangements = List.of(arrangements);
    }

    private List<Rectangle> bounds(Composite parent, int width, int height) {
        Control[] cards = parent.getChildren();
        ColumnArrangement fitting = arrangements.stream()
                .filter(one -> width >= Theme.px(one.from()))
                .findFirst()
                .orElseGet(arrangements::getLast);
        return fitting.place(
                width, height, Theme.space(GAP), (card, wide) -> cards[card].computeSize(wide, SWT.DEFAULT).y);
    }

    @Override
    protected Point computeSize(Composite parent, int widthHint, int heightHint, boolean flushCache) {
        int width = widthHint == SWT.DEFAULT ? Theme.px(arrangements.getFirst().from()) : widthHint;
        int height = bounds(parent, width, 0).stream()
                .mapToInt(rectangle -> rectangle.y + rectangle.height)
                .max()
                .orElse(0);
        return new Point(width, heightHint == SWT.DEFAULT ? height : heightHint);
    }

    @Override
    protected void layout(Composite parent, boolean flushCache) {
        Rectangle room = parent.getClientArea();
        List<Rectangle> bounds = bounds(parent, room.width, room.height);
        for (int i = 0; i < bounds.size(); i++) {
            parent.getChildren()[i].setBounds(bounds.get(i));
        }
    }
}
