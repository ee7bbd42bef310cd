package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.keyhopper.ui.internal.controls.ActionControl.Style;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;

/** Draws a push button: its ground, its words with the mnemonic underlined, its hint, and the ring of the focus. */
final class ActionPainter {

    private static final int CORNER = 12;
    private static final int GAP = 14;
    private static final int EDGE = 12;
    private static final int FLAGS = SWT.DRAW_MNEMONIC | SWT.DRAW_TRANSPARENT;

    private final ActionControl button;

    ActionPainter(ActionControl button) {
        this.button = button;
    }

    static String plain(String text) {
        return text.replaceAll("&(.)", "$1");
    }

    Point extent(GC gc) {
        gc.setFont(button.getFont());
        Point words = gc.textExtent(button.text(), FLAGS);
        Point smaller = hintExtent(gc);
        return new Point(words.x + (smaller.x == 0 ? 0 : smaller.x + GAP), Math.max(words.y, smaller.y));
    }

    private Point hintExtent(GC gc) {
        if (button.hint().isEmpty()) {
            return new Point(0, 0);
        }
        gc.setFont(Look.of(button).font(Type.SMALL));
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
        gc.setForeground(color(edge()));
        gc.drawRoundRectangle(1, 1, area.width - 3, area.height - 3, CORNER, CORNER);
        paintWords(gc, area);
        if (button.isFocusControl()) {
            paintFocus(gc, area);
        }
        gc.setAlpha(255);
    }

    private void paintWords(GC gc, Rectangle area) {
        Point smaller = hintExtent(gc);
        gc.setFont(button.getFont());
        Point words = gc.textExtent(button.text(), FLAGS);
        boolean hinted = smaller.x > 0 && words.x + GAP + smaller.x <= area.width - 2 * EDGE;
        int width = words.x + (hinted ? smaller.x + GAP : 0);
        int x = Math.max(EDGE, (area.width - width) / 2);
        gc.setForeground(color(front()));
        gc.drawText(button.text(), x, (area.height - words.y) / 2, FLAGS);
        if (hinted) {
            gc.setFont(Look.of(button).font(Type.SMALL));
            gc.setForeground(color(isColoured() ? Ink.ON_ACCENT : Ink.MUTED));
            gc.setAlpha(button.isEnabled() ? 210 : 110);
            gc.drawText(button.hint(), x + words.x + GAP, (area.height - smaller.y) / 2, SWT.DRAW_TRANSPARENT);
        }
    }

    private void paintFocus(GC gc, Rectangle area) {
        gc.setAlpha(255);
        gc.setLineWidth(2);
        gc.setForeground(color(isColoured() ? Ink.ON_ACCENT : Ink.ACCENT));
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
            case MAIN, PRIMARY -> color(hot ? Ink.ACCENT_HOVER : Ink.ACCENT);
            case PLAIN -> hot ? color(Ink.HOVER) : button.getParent().getBackground();
            case DANGER -> color(hot ? Ink.BAD_LINE : Ink.BAD_BACK);
        };
    }

    private Ink edge() {
        return switch (button.style()) {
            case MAIN, PRIMARY -> Ink.ACCENT;
            case PLAIN -> Ink.BUTTON_LINE;
            case DANGER -> Ink.BAD;
        };
    }

    private Ink front() {
        return switch (button.style()) {
            case MAIN, PRIMARY -> Ink.ON_ACCENT;
            case PLAIN -> Ink.TEXT;
            case DANGER -> Ink.BAD_TEXT;
        };
    }

    private Color color(Ink ink) {
        return Look.of(button).color(ink);
    }
}
