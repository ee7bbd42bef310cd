package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;

/** Shows that a table whose rows we draw has the keyboard, with or without a selected row. */
public final class TableFocus {

    private static final int LINE = 2;
    private static final int BAR = 3;

    private TableFocus() {}

    /** Makes the table show it while no row is selected: the ground below the rows is not ours to paint everywhere. */
    public static void show(Table table) {
        table.addListener(SWT.Paint, event -> {
            if (table.isFocusControl() && table.getSelectionCount() == 0) {
                int header = table.getHeaderVisible() ? table.getHeaderHeight() : 0;
                event.gc.setBackground(Look.of(table).color(Ink.ACCENT));
                event.gc.fillRectangle(0, header, table.getSize().x, BAR);
            }
        });
        table.addListener(SWT.FocusIn, event -> table.redraw());
        table.addListener(SWT.FocusOut, event -> table.redraw());
    }

    /** Draws a ring around a selected row whose ground was just painted. */
    public static void ring(Table table, Event erased) {
        if (table.isFocusControl()) {
            GC gc = erased.gc;
            gc.setForeground(Look.of(table).color(Ink.ACCENT));
            gc.setLineWidth(LINE);
            gc.drawRectangle(1, erased.y + 1, table.getClientArea().width - LINE, erased.height - LINE);
        }
    }
}
