package org.keyhopper.ui.internal.controls;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.table.RowQuery;
import org.keyhopper.ui.model.table.RowSorter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table with high rows, and icons and bars drawn before the text, on a virtual JFace viewer. Updates rows in place,
 * which preserves selection and scroll position; a tooltip shows truncated text. UI thread only.
 */
public final class RowTable<T> {

    private static final Logger LOG = LoggerFactory.getLogger(RowTable.class);
    private static final int ROW_HEIGHT = 34;
    private static final int LOW_ROW = 28;
    private static final int FEW = 3;

    /** Up to so many rows are filtered and sorted at once; more on another thread. */
    private static final int AT_ONCE = 500;

    private final TableViewer viewer;
    private final Table table;
    private final List<Column<T>> columns;
    private final TableColumns<T> arrangement;
    private final RowSelection<T> selection;
    private Predicate<T> checked = row -> false;
    private Optional<RowSorter<T>> sorter = Optional.empty();
    private RowQuery query = RowQuery.ALL;
    private List<T> all = List.of();
    private List<T> rows = List.of();
    private final GradualItemCount count;
    private int updates;

    public RowTable(Composite parent, int style, List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
        table = new Table(parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.VIRTUAL | style);
        table.setHeaderVisible(true);
        Theme.of(table).apply(table, ColorRole.SURFACE, ColorRole.TEXT, FontRole.BODY);
        viewer = new TableViewer(table);
        arrangement = new TableColumns<>(viewer, this.columns);
        viewer.setContentProvider((ILazyContentProvider) this::fill);
        viewer.setInput(this);
        selection = new RowSelection<>(table, () -> rows);
        count = new GradualItemCount(table, selection::restore);
        table.addListener(SWT.Resize, event -> measureFirst());
        TableFocus.show(table);
        TableFocus.select(table);
        CellTooltip.show(table, this.columns);
    }

    public Table control() {
        return table;
    }

    /**
     * Makes the selection follow the selected rows when they move, and clears it when they are removed. Without this
     * the selection stays at its index, and an action could affect another person.
     *
     * @param id identifies a row independently of its other values
     */
    public void setIdentity(Function<T, ?> id) {
        selection.setIdentity(id);
    }

    /**
     * Lets the operator sort, filter and copy the rows, select one by typing how it begins, and choose the columns. The
     * arrangement is kept. The rows need an identity.
     *
     * @param id under which the arrangement is kept
     */
    public TableTools<T> withTools(Messages messages, String id) {
        sorter = Optional.of(
                new RowSorter<>(columns.stream().map(Column::sortKey).toList(), messages.locale()));
        return new TableTools<>(this, messages, id);
    }

    TableColumns<T> arrangement() {
        return arrangement;
    }

    List<Column<T>> columns() {
        return columns;
    }

    List<T> rows() {
        return rows;
    }

    RowQuery query() {
        return query;
    }

    public void onSelect(Consumer<T> listener) {
        table.addListener(SWT.Selection, event -> selected().ifPresent(listener));
    }

    /** Calls the listener for each change of the selection, also when no row is selected any more. */
    public void onSelectionChange(Runnable listener) {
        selection.onChange(listener);
    }

    /**
     * Enables the check boxes of a table with {@link SWT#CHECK}, for the mouse and, on the selected rows, for the
     * space bar.
     */
    public void onCheck(Predicate<T> isSet, BiConsumer<T, Boolean> listener) {
        checked = isSet;
        CheckBoxes.listen(this, isSet, listener);
    }

    public void onOpen(Consumer<T> listener) {
        table.addListener(SWT.DefaultSelection, event -> selected().ifPresent(listener));
    }

    public Optional<T> selected() {
        int index = table.getSelectionIndex();
        return index >= 0 && index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
    }

    public List<T> selection() {
        return selection.get();
    }

    /** @param index in the order that is shown */
    public void select(int index) {
        table.setSelection(index);
    }

    /** Selects this row and scrolls to it, unless it is selected already or filtered out. */
    public void select(T row) {
        selection.select(row);
    }

    /** Comparing very many rows would take longer than showing them. */
    public void show(List<T> next) {
        if (next != all && (next.size() > AT_ONCE || !next.equals(all))) {
            all = List.copyOf(next);
            update();
        }
    }

    /** Shows the rows in this order and with this filter. */
    void show(RowQuery next) {
        if (!next.equals(query)) {
            query = next;
            update();
        }
    }

    private void update() {
        int mine = ++updates;
        List<T> source = all;
        RowQuery how = query;
        if (sorter.isEmpty() || how.equals(RowQuery.ALL)) {
            display(source);
        } else if (source.size() <= AT_ONCE) {
            display(sorter.get().apply(source, how));
        } else {
            Display display = table.getDisplay();
            CompletableFuture.supplyAsync(() -> sorter.get().apply(source, how))
                    .whenComplete((sorted, fault) -> deliver(display, mine, sorted, fault));
        }
    }

    /** Rows that arrive after a later update began are outdated. */
    private void deliver(Display display, int mine, List<T> sorted, Throwable fault) {
        if (fault != null) {
            LOG.error("The rows cannot be sorted", fault);
        } else if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!table.isDisposed() && mine == updates) {
                    display(sorted);
                }
            });
        }
    }

    /**
     * Fills only visible rows at once, so that ten thousand rows are as fast as twenty. Rows that are filled on
     * painting keep their previous text for a screen reader until then.
     */
    private void display(List<T> next) {
        List<T> before = rows;
        if (count.isReached()) {
            selection.keep();
        }
        rows = next;
        if (before.size() == rows.size() && count.isReached()) {
            replace(before);
            selection.restore();
        } else {
            table.clearAll();
            count.set(rows.size());
            fillFrom(table.getTopIndex());
        }
    }

    /** Compares only the rows in sight. */
    private void replace(List<T> before) {
        int top = table.getTopIndex();
        int end = Math.min(top + inSight(), rows.size());
        if (top > 0) {
            table.clear(0, top - 1);
        }
        if (end < rows.size()) {
            table.clear(end, rows.size() - 1);
        }
        for (int i = top; i < end; i++) {
            if (!rows.get(i).equals(before.get(i))) {
                fill(i);
            }
        }
    }

    private void fillFrom(int top) {
        int last = Math.min(top + inSight(), Math.min(rows.size(), table.getItemCount()));
        for (int i = top; i < last; i++) {
            fill(i);
        }
    }

    /** GTK keeps the first row, which it has measured before the table was laid out, without height. */
    private void measureFirst() {
        if (!rows.isEmpty() && table.getItemCount() > 0) {
            table.clear(0);
            fill(0);
        }
    }

    /** Returns how many rows are visible, cut off ones included. */
    private int inSight() {
        return table.getClientArea().height / rowHeight() + 2;
    }

    private void fill(int index) {
        if (index < rows.size()) {
            T row = rows.get(index);
            viewer.replace(row, index);
            if ((table.getStyle() & SWT.CHECK) != 0) {
                table.getItem(index).setChecked(checked.test(row));
            }
        }
    }

    /** Returns the height of the table with that many rows, or with three in a low window. */
    public int roomyHeight(int count) {
        return height(Theme.hasRoom() ? count : FEW);
    }

    /** Returns the height of the table with that many rows. */
    public int height(int count) {
        return table.getHeaderHeight() + count * rowHeight();
    }

    static int rowHeight() {
        return Theme.px(Theme.hasRoom() ? ROW_HEIGHT : LOW_ROW);
    }
}
