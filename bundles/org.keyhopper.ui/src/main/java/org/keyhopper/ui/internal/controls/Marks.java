package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.keyhopper.ui.model.OutcomeStyle;

/** Draws status icons in the foreground colour of the GC. */
public final class Marks {

    private Marks() {}

    /** Draws into the square at x, y with the given side. */
    public static void draw(GC gc, OutcomeStyle.Mark mark, int x, int y, int side) {
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(Math.max(2, side / 8));
        gc.setLineCap(SWT.CAP_ROUND);
        gc.setLineJoin(SWT.JOIN_ROUND);
        switch (mark) {
            case CHECK -> gc.drawPolyline(points(x, y, side, 15, 55, 40, 80, 88, 22));
            case CROSS -> {
                gc.drawPolyline(points(x, y, side, 22, 22, 78, 78));
                gc.drawPolyline(points(x, y, side, 78, 22, 22, 78));
            }
            case SKIP -> {
                gc.drawPolyline(points(x, y, side, 15, 20, 45, 50, 15, 80));
                gc.drawPolyline(points(x, y, side, 50, 20, 80, 50, 50, 80));
            }
            case RING -> gc.drawOval(x + side / 6, y + side / 6, side * 2 / 3, side * 2 / 3);
            case DOTS -> dots(gc, x, y, side);
            case ALERT -> alert(gc, x, y, side);
            case QUESTION -> question(gc, x, y, side);
        }
    }

    private static void dots(GC gc, int x, int y, int side) {
        gc.setBackground(gc.getForeground());
        int dot = Math.max(3, side / 5);
        for (int i = 0; i < 3; i++) {
            gc.fillOval(x + side / 10 + i * side * 3 / 10, y + (side - dot) / 2, dot, dot);
        }
    }

    private static void alert(GC gc, int x, int y, int side) {
        gc.setBackground(gc.getForeground());
        gc.drawPolyline(points(x, y, side, 50, 10, 50, 60));
        int dot = Math.max(3, side / 5);
        gc.fillOval(x + side / 2 - dot / 2, y + side * 8 / 10, dot, dot);
    }

    private static void question(GC gc, int x, int y, int side) {
        gc.setBackground(gc.getForeground());
        gc.drawArc(x + side / 4, y + side / 12, side / 2, side / 2, -45, 225);
        gc.drawPolyline(points(x, y, side, 67, 51, 50, 66));
        int dot = Math.max(2, side / 7);
        gc.fillOval(x + side / 2 - dot / 2, y + side * 5 / 6, dot, dot);
    }

    /** Scales percentages of the side to pixels. */
    private static int[] points(int x, int y, int side, int... percents) {
        int[] points = new int[percents.length];
        for (int i = 0; i < percents.length; i++) {
            points[i] = (i % 2 == 0 ? x : y) + percents[i] * side / 100;
        }
        return points;
    }
}
