package org.keyhopper.ui.internal.controls;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.keyhopper.ui.internal.controls.ActionControl.Style;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;

/** Paints a push button: background, label with underlined mnemonic, hint and focus ring. */
final class ActionPainter {

    private static final int CORNER = 12;
    private static final int GAP = 14;
    private static final int EDGE = 12;
    private static final int LEAST_EDGE = 6;
    private static final int BAR = 3;
    private static final int FLAGS = SWT.DRAW_MNEMONIC | SWT.DRAW_TRANSPARENT;

    private final ActionControl button;

    ActionPainter(ActionControl button) {
        this.button = button;
    }

    static String plain(String text) {
        return text.replaceAll("&(.)", "$1");
    }

    /** Returns the size in a single line. */
    Point extent(GC gc) {
        gc.setFont(button.getFont());
        Point extent = gc.textExtent(button.text(), FLAGS);
        Point smaller = hintExtent(gc);
        return new Point(extent.x + (smaller.x == 0 ? 0 : smaller.x + GAP), Math.max(extent.y, smaller.y));
    }

    /** Returns the height at the given width; parts that do not fit beside the others are placed below them. */
    int height(GC gc, int width) {
        gc.setFont(button.getFont());
        List<String> lines = lines(gc, width);
        return lines.size() == 1
                ? extent(gc).y
                : lines.size() * gc.getFontMetrics().getHeight();
    }

    private List<String> lines(GC gc, int width) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : splitLabel()) {
            String longer = (lines.getLast() + " " + word).strip();
            if (lines.getLast().isEmpty() || gc.textExtent(longer, FLAGS).x <= width - 2 * LEAST_EDGE) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    /** Keeps an ellipsis together with the preceding word. */
    private String[] splitLabel() {
        return button.text().split(" (?!…)");
    }

    private Point hintExtent(GC gc) {
        if (button.hint().isEmpty()) {
            return new Point(0, 0);
        }
        gc.setFont(Theme.of(button).font(FontRole.SMALL));
        return gc.textExtent(button.hint(), SWT.DRAW_TRANSPARENT);
    }

    void paint(GC gc) {
        gc.setAntialias(SWT.ON);
        Rectangle area = button.getClientArea();
        gc.setBackground(button.getParent().getBackground());
        gc.fillRectangle(area);
        gc.setAlpha(button.isEnabled() ? 255 : 110);
        gc.setBackground(ground());
        gc.fillRoundRectangle(1, 1, area.width - 3, area.height - 3, CORNER, CORNER);
        if (button.style() != ActionControl.Style.TAB) {
            gc.setForeground(color(edge()));
            gc.drawRoundRectangle(1, 1, area.width - 3, area.height - 3, CORNER, CORNER);
        }
        if (button.style() == ActionControl.Style.CHOSEN_TAB) {
            gc.setBackground(color(ColorRole.ACCENT));
            gc.fillRectangle(EDGE, area.height - BAR - 3, area.width - 2 * EDGE, BAR);
        }
        paintWords(gc, area);
        if (button.isFocusControl()) {
            paintFocus(gc, area);
        }
        gc.setAlpha(255);
    }

    private void paintWords(GC gc, Rectangle area) {
        gc.setFont(button.getFont());
        List<String> lines = lines(gc, area.width);
        if (lines.size() == 1) {
            paintLine(gc, area);
            return;
        }
        int high = gc.getFontMetrics().getHeight();
        int y = (area.height - lines.size() * high) / 2;
        gc.setForeground(color(front()));
        for (String line : lines) {
            gc.drawText(line, Math.max(LEAST_EDGE, (area.width - gc.textExtent(line, FLAGS).x) / 2), y, FLAGS);
            y += high;
        }
    }

    private void paintLine(GC gc, Rectangle area) {
        Point smaller = hintExtent(gc);
        gc.setFont(button.getFont());
        Point extent = gc.textExtent(button.text(), FLAGS);
        boolean hinted = smaller.x > 0 && extent.x + GAP + smaller.x <= area.width - 2 * EDGE;
        int width = extent.x + (hinted ? smaller.x + GAP : 0);
        int x = Math.max(LEAST_EDGE, (area.width - width) / 2);
        gc.setForeground(color(front()));
        gc.drawText(button.text(), x, (area.height - extent.y) / 2, FLAGS);
        if (hinted) {
            gc.setFont(Theme.of(button).font(FontRole.SMALL));
            gc.setForeground(color(isColoured() ? ColorRole.ON_ACCENT : ColorRole.MUTED));
            gc.setAlpha(button.isEnabled() ? 210 : 110);
            gc.drawText(button.hint(), x + extent.x + GAP, (area.height - smaller.y) / 2, SWT.DRAW_TRANSPARENT);
        }
    }

    private void paintFocus(GC gc, Rectangle area) {
        gc.setAlpha(255);
        gc.setLineWidth(2);
        gc.setForeground(color(isColoured() ? ColorRole.ON_ACCENT : ColorRole.ACCENT));
        int inset = isColoured() ? 5 : 1;
        gc.drawRoundRectangle(
                inset, inset, area.width - 2 * inset - 1, area.height - 2 * inset - 1, CORNER - 2, CORNER - 2);
    }

    private boolean isColoured() {
        return button.style() == Style.MAIN || button.style() == Style.PRIMARY;
    }

    private Color ground() {
        boolean hot = button.isHot() && button.isEnabled();
        return switch (button.style()) {
            case MAIN, PRIMARY -> color(hot ? ColorRole.ACCENT_HOVER : ColorRole.ACCENT);
            case PLAIN, TAB -> hot ? color(ColorRole.HOVER) : button.getParent().getBackground();
            case CHOSEN_TAB -> color(ColorRole.SURFACE);
            case DANGER -> color(hot ? ColorRole.BAD_LINE : ColorRole.BAD_BACK);
        };
    }

    private ColorRole edge() {
        return switch (button.style()) {
            case MAIN, PRIMARY -> ColorRole.ACCENT;
            case PLAIN, TAB, CHOSEN_TAB -> ColorRole.BUTTON_LINE;
            case DANGER -> ColorRole.BAD;
        };
    }

    private ColorRole front() {
        return switch (button.style()) {
            case MAIN, PRIMARY -> ColorRole.ON_ACCENT;
            case PLAIN, CHOSEN_TAB -> ColorRole.TEXT;
            case TAB -> ColorRole.SOFT;
            case DANGER -> ColorRole.BAD_TEXT;
        };
    }

    private Color color(ColorRole role) {
        return Theme.of(button).color(role);
    }
}
