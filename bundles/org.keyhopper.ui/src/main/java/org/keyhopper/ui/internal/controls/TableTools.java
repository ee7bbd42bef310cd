package org.keyhopper.ui.internal.controls;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.keyhopper.ui.internal.settings.TableSettings;
import org.keyhopper.ui.internal.settings.ViewSettings;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.table.PrefixSearch;
import org.keyhopper.ui.model.table.RowQuery;
import org.keyhopper.ui.model.table.RowQuery.SortKey;
import org.keyhopper.ui.model.table.RowText;

/**
 * What the operator can do with any table: sort by a click on a title, filter, copy, select a row by typing how it begins,
 * and choose the columns. UI thread only.
 */
public final class TableTools<T> {

    private static final String COPY = "org.keyhopper.copy";

    private final RowTable<T> rows;
    private final Table table;
    private final Messages messages;
    private final TableSettings settings;
    private final PrefixSearch prefix = new PrefixSearch();
    private final TableMenu<T> menu;
    private Optional<FilterField> filter = Optional.empty();

    TableTools(RowTable<T> rows, Messages messages, String id) {
        this.rows = rows;
        this.messages = messages;
        table = rows.control();
        Labels.withId(table, id);
        settings = new TableSettings(
                ViewSettings.section(table.getDisplay(), id),
                rows.columns().stream().map(Column::id).toList());
        rows.arrangement().remember(settings);
        sort(settings.sort());
        for (int i = 0; i < table.getColumnCount(); i++) {
            int column = i;
            table.getColumn(i).addListener(SWT.Selection, event -> sortBy(column));
        }
        table.addListener(SWT.KeyDown, this::type);
        table.setData(COPY, (Runnable) this::copy);
        menu = new TableMenu<>(this, rows, messages);
    }

    /** Adds a field above the table that filters its rows. */
    public TableTools<T> withFilter(Composite parent) {
        filter = Optional.of(new FilterField(parent, messages, table, this::filter));
        return this;
    }

    /** Adds a field that filters the rows, shown only while the operator uses it. */
    public TableTools<T> withHiddenFilter(Composite parent) {
        withFilter(parent);
        filter.ifPresent(FilterField::hideWhenEmpty);
        return this;
    }

    /** Returns the context menu of the rows, to which entries can be added before the first use. */
    public Menu menu() {
        return menu.rows();
    }

    /** Copies the selected rows of the table to the clipboard; false if the control is no such table. */
    public static boolean copy(Control control) {
        boolean copies = control.getData(COPY) instanceof Runnable;
        if (copies) {
            ((Runnable) control.getData(COPY)).run();
        }
        return copies;
    }

    void copy() {
        List<T> selection = rows.selection();
        if (!selection.isEmpty()) {
            List<Function<T, String>> texts = rows.arrangement().shown().stream()
                    .map(column -> rows.columns().get(column).text())
                    .toList();
            Clipboard clipboard = new Clipboard(table.getDisplay());
            clipboard.setContents(
                    new Object[] {RowText.of(selection, texts)}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    boolean hasFilter() {
        return filter.isPresent();
    }

    void find() {
        filter.ifPresent(FilterField::use);
    }

    private void filter(String text) {
        rows.show(rows.query().withFilter(text));
    }

    void sortBy(int column) {
        sort(rows.query().sortedBy(column).sort());
    }

    /** @param key what to sort by; empty for the order of the source */
    void sort(Optional<SortKey> key) {
        RowQuery next = rows.query().withSort(key);
        settings.keepSort(key);
        TableColumn column = key.map(sort -> table.getColumn(sort.column())).orElse(null);
        table.setSortColumn(column);
        table.setSortDirection(
                key.map(sort -> sort.descending() ? SWT.DOWN : SWT.UP).orElse(SWT.NONE));
        rows.show(next);
        table.showSelection();
    }

    /** Typing searches the column that the table is sorted by, else the first one. */
    private void type(Event event) {
        if (!event.doit) {
            return;
        }
        boolean space = event.character == ' ' && !prefix.isTyping(now(event));
        if (event.character < ' ' || event.character == SWT.DEL || space || isShortcut(event)) {
            return;
        }
        int column = rows.query()
                .sort()
                .map(SortKey::column)
                .orElse(rows.arrangement().shown().getFirst());
        List<T> shown = rows.rows();
        prefix.type(event.character, now(event), shown.size(), table.getSelectionIndex(), row -> rows.columns()
                        .get(column)
                        .text()
                        .apply(shown.get(row)))
                .ifPresent(row -> {
                    table.setSelection(row);
                    table.notifyListeners(SWT.Selection, new Event());
                });
        event.doit = false;
    }

    private static boolean isShortcut(Event event) {
        return (event.stateMask & (SWT.CTRL | SWT.ALT | SWT.COMMAND)) != 0;
    }

    private static long now(Event event) {
        return event.time & 0xffffffffL;
    }
}
