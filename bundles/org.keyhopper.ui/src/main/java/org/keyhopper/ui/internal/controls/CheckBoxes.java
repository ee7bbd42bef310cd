package org.keyhopper.ui.internal.controls;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Operates the check boxes of a table by mouse and, on the selected rows, by the space bar. */
final class CheckBoxes {

    private CheckBoxes() {}

    static <T> void listen(RowTable<T> rows, Predicate<T> isSet, BiConsumer<T, Boolean> listener) {
        Table table = rows.control();
        table.addListener(SWT.KeyDown, event -> {
            if (event.character == ' ' && event.doit && table.getSelectionCount() > 0) {
                event.doit = false;
                toggle(rows, isSet, listener);
            }
        });
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                check(rows, event, isSet, listener);
            }
        });
    }

    /** All selected rows follow the first one. */
    private static <T> void toggle(RowTable<T> rows, Predicate<T> isSet, BiConsumer<T, Boolean> listener) {
        List<T> selection = rows.selection();
        boolean next = !isSet.test(rows.selected().orElseThrow());
        selection.forEach(row -> listener.accept(row, next));
    }

    /** The row's own value is the truth: after a refresh the box can still be in the state from before. */
    private static <T> void check(RowTable<T> rows, Event event, Predicate<T> isSet, BiConsumer<T, Boolean> listener) {
        TableItem item = (TableItem) event.item;
        T row = rows.rows().get(rows.control().indexOf(item));
        boolean next = !isSet.test(row);
        item.setChecked(next);
        listener.accept(row, next);
    }
}
