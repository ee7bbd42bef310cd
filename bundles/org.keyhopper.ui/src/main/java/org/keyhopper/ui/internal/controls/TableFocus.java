package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.Theme;

/** Draws the selection and the focus of a table with custom-drawn rows, and selects a row when it receives the focus. */
public final class TableFocus {

    private static final int LINE = 2;
    private static final int BAR = 3;
    private static final int SIGN = 4;

    private TableFocus() {}

    /** Indicates the focus while no row is selected; the area below the rows cannot be painted on every platform. */
    public static void show(Table table) {
        table.addListener(SWT.Paint, event -> {
            if (table.isFocusControl() && table.getSelectionCount() == 0) {
                int header = table.getHeaderVisible() ? table.getHeaderHeight() : 0;
                event.gc.setBackground(Theme.of(table).color(ColorRole.ACTIVE));
                event.gc.fillRectangle(0, header, table.getSize().x, BAR);
            }
        });
        table.addListener(SWT.FocusIn, event -> table.redraw());
        table.addListener(SWT.FocusOut, event -> table.redraw());
    }

    /**
     * Selects the first visible row of a table that receives the focus without a selection, so that the keyboard has a
     * row to act on: GTK does this only with {@link SWT#SINGLE}. A click that gives the focus selects its own row first.
     */
    static void select(Table table) {
        table.addListener(SWT.FocusIn, event -> table.getDisplay().asyncExec(() -> {
            if (!table.isDisposed()
                    && table.isFocusControl()
                    && table.getSelectionCount() == 0
                    && table.getItemCount() > 0) {
                table.select(table.getTopIndex());
                table.notifyListeners(SWT.Selection, new Event());
            }
        }));
    }

    /**
     * Paints the background of a row: a selected row has a bar at its left, because the shade alone is hard to see,
     * and a ring while the table has the focus.
     */
    public static void ground(Table table, Event erased) {
        boolean chosen = (erased.detail & SWT.SELECTED) != 0;
        erased.detail &= ~(SWT.FOREGROUND | SWT.SELECTED | SWT.HOT | SWT.BACKGROUND);
        GC gc = erased.gc;
        gc.setBackground(Theme.of(table).color(chosen ? ColorRole.SELECTION : ColorRole.SURFACE));
        // This is asked for each cell. The client area, which is smaller, would take GTK longer than all the painting.
        gc.fillRectangle(erased.x, erased.y, Math.max(erased.width, table.getSize().x), erased.height);
        if (chosen) {
            gc.setBackground(Theme.of(table).color(ColorRole.ACTIVE));
            gc.fillRectangle(0, erased.y, SIGN, erased.height);
            ring(table, erased);
        }
    }

    private static void ring(Table table, Event erased) {
        if (table.isFocusControl()) {
            GC gc = erased.gc;
            gc.setForeground(Theme.of(table).color(ColorRole.ACTIVE));
            gc.setLineWidth(LINE);
            gc.drawRectangle(1, erased.y + 1, table.getClientArea().width - LINE, erased.height - LINE);
        }
    }
}
