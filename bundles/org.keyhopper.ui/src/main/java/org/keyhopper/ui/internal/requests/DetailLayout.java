package org.keyhopper.ui.internal.requests;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.keyhopper.ui.internal.look.Theme;

/**
 * Lays out the summary of a request, its people and its buttons. They are stacked, and the people take the remaining
 * height; if the width suffices, the buttons are at the top right.
 */
final class DetailLayout extends Layout {

    private static final int WIDE = 700;
    private static final int WIDE_WHERE_LOW = 500;
    private static final int BUTTONS = 44;
    private static final int BETWEEN = 24;
    private static final int GAP = 10;

    private static int height(Control control, int width) {
        return control.computeSize(width, SWT.DEFAULT).y;
    }

    private static int wide() {
        return Theme.hasRoom() ? WIDE : WIDE_WHERE_LOW;
    }

    private static List<Rectangle> bounds(Composite parent, int width, int height) {
        Control[] parts = parent.getChildren();
        return width < Theme.px(wide()) ? below(parts, width, height) : beside(parts, width, height);
    }

    private static List<Rectangle> below(Control[] parts, int width, int height) {
        int gap = Theme.space(GAP);
        int top = height(parts[0], width) + gap;
        int buttons = height(parts[2], width);
        int people = Math.max(height(parts[1], width), height - top - gap - buttons);
        return List.of(
                new Rectangle(0, 0, width, top - gap),
                new Rectangle(0, top, width, people),
                new Rectangle(0, top + people + gap, width, buttons));
    }

    private static List<Rectangle> beside(Control[] parts, int width, int height) {
        int gap = Theme.space(GAP);
        int right = width * BUTTONS / 100;
        int left = width - right - BETWEEN;
        int words = height(parts[0], left);
        int buttons = height(parts[2], right);
        int top = Math.max(words, buttons) + gap;
        return List.of(
                new Rectangle(0, 0, left, words),
                new Rectangle(0, top, width, Math.max(height(parts[1], width), height - top)),
                new Rectangle(width - right, 0, right, buttons));
    }

    @Override
    protected Point computeSize(Composite parent, int widthHint, int heightHint, boolean flushCache) {
        int width = widthHint == SWT.DEFAULT ? Theme.px(wide()) : widthHint;
        int height = bounds(parent, width, 0).stream()
                .mapToInt(place -> place.y + place.height)
                .max()
                .orElse(0);
        return new Point(width, height);
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
