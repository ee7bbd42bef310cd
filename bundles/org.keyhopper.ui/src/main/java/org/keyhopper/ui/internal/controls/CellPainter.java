package org.keyhopper.ui.internal.controls;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Table;
import org.keyhopper.core.request.Tally;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.Theme;

/** Paints the cells of a {@link RowTable}: an icon, a bar and the text, shortened to fit. */
final class CellPainter {

    private static final int MARK = 14;
    private static final int BAR = 60;
    private static final int GAP = 10;
    private static final int INDENT = 8;
    private static final int MARGIN = 6;

    private CellPainter() {}

    /** @param line the height of a line of text */
    static <T> void paint(GC gc, Theme theme, Column<T> column, T row, Rectangle cell, int line) {
        int x = cell.x + INDENT;
        Optional<Column.Icon> sign = column.mark().apply(row);
        if (sign.isPresent()) {
            gc.setForeground(theme.color(sign.get().role()));
            int side = Theme.px(MARK);
            Marks.draw(gc, sign.get().mark(), x, cell.y + (cell.height - side) / 2, side);
            x += side + GAP;
        }
        Optional<Tally> tally = column.bar().apply(row);
        if (tally.isPresent()) {
            ProgressStrip.paint(gc, new Rectangle(x, cell.y + cell.height / 2 - 4, BAR, 8), tally.get());
            x += BAR + GAP;
        }
        gc.setForeground(theme.color(ColorRole.TEXT));
        String text = Labels.shortened(gc, column.text().apply(row), cell.x + cell.width - x - MARGIN);
        gc.drawText(text, x, cell.y + (cell.height - line) / 2, SWT.DRAW_TRANSPARENT);
    }

    /** Returns the text of a cell of this width if it is shortened. */
    static <T> Optional<String> cut(Table table, Column<T> column, T row, int width) {
        String text = column.text().apply(row);
        int mark = column.mark().apply(row).isPresent() ? Theme.px(MARK) + GAP : 0;
        int bar = column.bar().apply(row).isPresent() ? BAR + GAP : 0;
        GC gc = new GC(table);
        try {
            return gc.textExtent(text).x > width - INDENT - mark - bar - MARGIN ? Optional.of(text) : Optional.empty();
        } finally {
            gc.dispose();
        }
    }
}
