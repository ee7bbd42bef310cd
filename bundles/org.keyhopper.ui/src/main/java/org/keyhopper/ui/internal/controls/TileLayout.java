package org.keyhopper.ui.internal.controls;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.keyhopper.ui.internal.look.Theme;

/** Lays out equally wide children in as many columns as fit. */
final class TileLayout extends Layout {

    private static final int GAP = 16;

    private final int least;

    /** @param least minimum width of a child in pixels, at the default font size */
    TileLayout(int least) {
        this.least = Theme.px(least);
    }

    /** Returns the number of columns that fills the rows most evenly. */
    private int columns(int count, int width) {
        int most = Math.clamp((width + GAP) / (least + GAP), 1, count);
        int lines = (count + most - 1) / most;
        return (count + lines - 1) / lines;
    }

    private static int high(Composite parent, int width) {
        return Arrays.stream(parent.getChildren())
                .mapToInt(child -> child.computeSize(width, SWT.DEFAULT).y)
                .max()
                .orElse(0);
    }

    @Override
    protected Point computeSize(Composite parent, int widthHint, int heightHint, boolean flushCache) {
        int count = parent.getChildren().length;
        int width = widthHint == SWT.DEFAULT ? count * (least + GAP) - GAP : widthHint;
        int columns = columns(count, width);
        int lines = (count + columns - 1) / columns;
        return new Point(width, lines * (high(parent, tile(width, columns)) + GAP) - GAP);
    }

    private static int tile(int width, int columns) {
        return (width + GAP) / columns - GAP;
    }

    @Override
    protected void layout(Composite parent, boolean flushCache) {
        Rectangle room = parent.getClientArea();
        Control[] tiles = parent.getChildren();
        int columns = columns(tiles.length, room.width);
        int wide = tile(room.width, columns);
        int high = high(parent, wide);
        for (int i = 0; i < tiles.length; i++) {
            tiles[i].setBounds(i % columns * (wide + GAP), i / columns * (high + GAP), wide, high);
        }
    }
}
