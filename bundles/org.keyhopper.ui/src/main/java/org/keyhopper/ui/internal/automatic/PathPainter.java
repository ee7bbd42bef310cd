package org.keyhopper.ui.internal.automatic;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.keyhopper.ui.internal.controls.Marks;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.automatic.CardPath;
import org.keyhopper.ui.model.automatic.CardPath.Box;

/** Paints the boxes, paths and cards of a card path. */
final class PathPainter {

    private static final int TEXT_GAP = 50;
    private static final int REJECT_HEIGHT = 28;
    private static final int MOST = 104;
    private static final int GAP = 14;

    private final Canvas canvas;
    private Rectangle area = new Rectangle(0, 0, 0, 0);
    private int side;

    PathPainter(Canvas canvas) {
        this.canvas = canvas;
    }

    void paint(GC gc, CardPath path, List<PathAnimation.Coordinates> cards) {
        area = canvas.getClientArea();
        side = Math.max(
                40, Math.min(Theme.px(MOST), Math.min(area.height - drawText() - rejectHeight() - 8, area.width / 6)));
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        ways(gc);
        Box[] boxes = {path.hopper(), path.encoder(), path.proof(), path.output()};
        for (int i = 0; i < boxes.length; i++) {
            box(gc, boxes[i], i);
        }
        reject(gc, path.reject());
        cards.forEach(card -> card(gc, card));
    }

    /** Returns the x coordinate of a position on the path to the output tray. */
    private int x(double across) {
        return (int) Math.round(area.width * (0.125 + 0.25 * across));
    }

    private int y(double down) {
        int good = side / 2 + 2;
        return (int) Math.round(good + down * (rejectY() + rejectHeight() / 2 - good));
    }

    /** Returns the height of the two lines of text below a box. */
    private static int drawText() {
        return Theme.px(TEXT_GAP);
    }

    private static int rejectHeight() {
        return Theme.px(REJECT_HEIGHT);
    }

    private int rejectY() {
        return Math.min(area.height - rejectHeight() - 1, side + drawText() + 6);
    }

    private void ways(GC gc) {
        gc.setLineWidth(4);
        gc.setLineCap(SWT.CAP_FLAT);
        gc.setForeground(color(ColorRole.CARD_EDGE));
        gc.setLineDash(new int[] {9, 6});
        for (int i = 0; i < 3; i++) {
            gc.drawLine(x(i) + side / 2 + GAP, y(0), x(i + 1) - side / 2 - GAP, y(0));
        }
        gc.setLineDash(new int[] {3, 5});
        gc.setLineWidth(3);
        gc.setForeground(color(ColorRole.BAD_LINE));
        int turn = rejectY() + rejectHeight() / 2;
        gc.drawPolyline(new int[] {x(1.5), y(0) + 10, x(1.5), turn, x(3) - rejectWidth() / 2 - 8, turn});
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    private void box(GC gc, Box box, int place) {
        int left = x(place) - side / 2;
        gc.setLineWidth(2);
        gc.setBackground(color(ground(box.tint())));
        gc.setForeground(color(edge(box.tint())));
        gc.fillRoundRectangle(left, 2, side, side, 22, 22);
        gc.drawRoundRectangle(left, 2, side, side, 22, 22);
        if (box.tint() == Tint.NEUTRAL) {
            ghost(gc, place);
        } else {
            gc.setForeground(color(box.tint() == Tint.ATTENTION ? ColorRole.ATTENTION : ColorRole.ON_ACCENT));
            Marks.draw(gc, mark(box.tint()), left + side - 26, 10, 18);
        }
        drawText(gc, box.title(), place, side + 8, FontRole.STRONG, ColorRole.TEXT);
        drawText(
                gc,
                box.text(),
                place,
                side + 8 + drawText() / 2,
                FontRole.BODY,
                box.tint() == Tint.ATTENTION ? ColorRole.ATTENTION_TEXT : ColorRole.SOFT);
    }

    /** Returns the icon that conveys the same state as the background colour of a box. */
    private static OutcomeStyle.Mark mark(Tint tint) {
        return switch (tint) {
            case NEUTRAL, ACTIVE -> OutcomeStyle.Mark.DOTS;
            case GOOD -> OutcomeStyle.Mark.CHECK;
            case ATTENTION -> OutcomeStyle.Mark.ALERT;
            case BAD -> OutcomeStyle.Mark.CROSS;
        };
    }

    private static ColorRole ground(Tint tint) {
        return switch (tint) {
            case NEUTRAL -> ColorRole.SURFACE;
            case ACTIVE -> ColorRole.ACCENT;
            case GOOD -> ColorRole.GOOD;
            case ATTENTION -> ColorRole.ATTENTION_BACK;
            case BAD -> ColorRole.BAD;
        };
    }

    private static ColorRole edge(Tint tint) {
        return tint == Tint.NEUTRAL ? ColorRole.CARD_EDGE : ColorRole.mark(tint);
    }

    private void ghost(GC gc, int place) {
        gc.setAlpha(90);
        shape(gc, x(place), y(0));
        gc.setAlpha(255);
    }

    private void shape(GC gc, int middle, int height) {
        int wide = cardWidth();
        int high = wide * 2 / 3;
        gc.setLineWidth(2);
        gc.setBackground(color(ColorRole.CARD_FACE));
        gc.setForeground(color(ColorRole.CARD_EDGE));
        gc.fillRoundRectangle(middle - wide / 2, height - high / 2, wide, high, 8, 8);
        gc.drawRoundRectangle(middle - wide / 2, height - high / 2, wide, high, 8, 8);
    }

    private int cardWidth() {
        return side * 54 / 100;
    }

    private void card(GC gc, PathAnimation.Coordinates place) {
        int middle = x(place.across());
        int height = y(place.down());
        shape(gc, middle, height);
        if (place.lost()) {
            gc.setForeground(color(ColorRole.BAD));
            int mark = cardWidth() / 2;
            Marks.draw(gc, OutcomeStyle.Mark.QUESTION, middle - mark / 2, height - mark / 2, mark);
            return;
        }
        int wide = cardWidth();
        gc.setLineWidth(1);
        gc.setBackground(color(ColorRole.CHIP));
        gc.setForeground(color(ColorRole.CHIP_EDGE));
        int chip = Math.max(8, wide / 4);
        gc.fillRoundRectangle(middle - wide / 2 + wide / 8, height - chip / 2, chip, chip * 4 / 5, 4, 4);
        gc.drawRoundRectangle(middle - wide / 2 + wide / 8, height - chip / 2, chip, chip * 4 / 5, 4, 4);
    }

    private int rejectWidth() {
        return Math.max(Theme.px(110), side + 20);
    }

    private void reject(GC gc, Box box) {
        boolean used = box.tint() == Tint.BAD;
        int wide = rejectWidth();
        int left = x(3) - wide / 2;
        gc.setLineWidth(1);
        gc.setBackground(color(used ? ColorRole.BAD_BACK : ColorRole.SURFACE));
        gc.setForeground(color(used ? ColorRole.BAD_LINE : ColorRole.LINE));
        gc.fillRoundRectangle(left, rejectY(), wide, rejectHeight(), 10, 10);
        gc.drawRoundRectangle(left, rejectY(), wide, rejectHeight(), 10, 10);
        gc.setFont(Theme.of(canvas).font(FontRole.BODY));
        gc.setForeground(color(used ? ColorRole.BAD_TEXT : ColorRole.MUTED));
        String text = box.title() + " · " + box.text();
        Point extent = gc.textExtent(text, SWT.DRAW_TRANSPARENT);
        gc.drawText(text, x(3) - extent.x / 2, rejectY() + (rejectHeight() - extent.y) / 2, SWT.DRAW_TRANSPARENT);
    }

    private void drawText(GC gc, String text, int place, int top, FontRole type, ColorRole role) {
        gc.setFont(Theme.of(canvas).font(type));
        gc.setForeground(color(role));
        int room = area.width / 4 - 10;
        String fitting = text;
        while (fitting.length() > 1 && gc.textExtent(fitting).x > room) {
            fitting = fitting.substring(0, fitting.length() - 2).strip() + "…";
        }
        gc.drawText(fitting, x(place) - gc.textExtent(fitting).x / 2, top, SWT.DRAW_TRANSPARENT);
    }

    private Color color(ColorRole role) {
        return Theme.of(canvas).color(role);
    }
}
