package org.keyhopper.ui.internal.controls;

import org.eclipse.jface.viewers.OwnerDrawLabelProvider;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.keyhopper.ui.internal.look.Theme;

/** Draws the cells of one column of a {@link RowTable}, and gives their text to the native table for screen readers. */
final class RowLabelProvider<T> extends OwnerDrawLabelProvider {

    private final Table table;
    private final Column<T> column;

    /** Asked once: GTK measures a sample text for it. */
    private int lineHeight;

    RowLabelProvider(Table table, Column<T> column) {
        this.table = table;
        this.column = column;
    }

    @SuppressWarnings("unchecked")
    private T row(Object element) {
        return (T) element;
    }

    @Override
    public void update(ViewerCell cell) {
        cell.setText(column.text().apply(row(cell.getElement())));
    }

    @Override
    protected void measure(Event event, Object element) {
        event.height = Math.max(event.height, RowTable.rowHeight());
    }

    @Override
    protected void erase(Event event, Object element) {
        TableFocus.ground(table, event);
    }

    /** An item without an element is about to be removed. */
    @Override
    protected void paint(Event event, Object element) {
        if (element == null) {
            return;
        }
        Rectangle bounds = ((TableItem) event.item).getBounds(event.index);
        if (lineHeight == 0) {
            lineHeight = event.gc.getFontMetrics().getHeight();
        }
        int height = Math.max(event.height, RowTable.rowHeight());
        Rectangle cell = new Rectangle(bounds.x, event.y, bounds.width, height);
        CellPainter.paint(event.gc, Theme.of(table), column, row(element), cell, lineHeight);
    }
}
