package org.keyhopper.ui.internal.controls;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;

/**
 * A native table with high rows, and icons and bars drawn before the text. Updates rows in place, which preserves
 * selection and scroll position; a tooltip shows truncated text.
 */
public final class RowTable<T> {

    private static final int ROW_HEIGHT = 34;
    private static final int LOW_ROW = 28;
    private static final int FEW = 3;
    private static final int TITLE_EDGES = 20;

    /** Minimum average width of a column; a narrower table scrolls horizontally. */
    private static final int LEAST_WIDTH = 80;

    /** Number of rows that fit on a high screen. */
    private static final int NEAR = 60;

    private final Table table;
    private final List<Column<T>> columns;
    private Predicate<T> checked = row -> false;
    private Optional<Function<T, ?>> identity = Optional.empty();
    private List<T> rows = List.of();

    public RowTable(Composite parent, int style, List<Column<T>> columns) {
        this.columns = List.copyOf(columns);
        table = new Table(parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | style);
        table.setHeaderVisible(true);
        Theme.of(table).apply(table, ColorRole.SURFACE, ColorRole.TEXT, FontRole.BODY);
        for (Column<T> column : columns) {
            new TableColumn(table, SWT.NONE).setText(column.title());
        }
        table.addListener(SWT.Resize, event -> distribute());
        table.addListener(SWT.MeasureItem, event -> event.height = Math.max(event.height, rowHeight()));
        table.addListener(SWT.EraseItem, event -> TableFocus.ground(table, event));
        table.addListener(SWT.PaintItem, this::paint);
        TableFocus.show(table);
        table.addListener(SWT.MouseMove, event -> updateTooltip(cutAt(new Point(event.x, event.y))));
        if (isVirtual()) {
            table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
        }
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
        identity = Optional.of(id);
    }

    public void onSelect(Consumer<T> listener) {
        table.addListener(SWT.Selection, event -> selected().ifPresent(listener));
    }

    /**
     * Enables the check boxes of a table with {@link SWT#CHECK}, for the mouse and, on the selected rows, for the
     * space bar.
     */
    public void onCheck(Predicate<T> isSet, BiConsumer<T, Boolean> listener) {
        checked = isSet;
        table.addListener(SWT.FocusIn, event -> {
            if (table.getSelectionCount() == 0 && !rows.isEmpty()) {
                table.select(table.getTopIndex());
            }
        });
        table.addListener(SWT.KeyDown, event -> {
            if (event.character == ' ' && table.getSelectionCount() > 0) {
                event.doit = false;
                boolean next = !checked.test(rows.get(table.getSelectionIndex()));
                selection().forEach(row -> listener.accept(row, next));
            }
        });
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                TableItem item = (TableItem) event.item;
                listener.accept(rows.get(table.indexOf(item)), item.getChecked());
            }
        });
    }

    public void onOpen(Consumer<T> listener) {
        table.addListener(SWT.DefaultSelection, event -> selected().ifPresent(listener));
    }

    public Optional<T> selected() {
        int index = table.getSelectionIndex();
        return index >= 0 && index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
    }

    public List<T> selection() {
        return Arrays.stream(table.getSelectionIndices())
                .filter(index -> index < rows.size())
                .mapToObj(rows::get)
                .toList();
    }

    public void select(int index) {
        table.setSelection(index);
    }

    public void show(List<T> next) {
        if (next.equals(rows)) {
            return;
        }
        Set<?> chosen = identity.map(id -> selection().stream().map(id).collect(Collectors.toSet()))
                .orElse(Set.of());
        if (isVirtual()) {
            showVirtually(next);
        } else {
            showAll(next);
        }
        identity.filter(id -> !chosen.isEmpty()).ifPresent(id -> selectAgain(id, chosen));
    }

    private void selectAgain(Function<T, ?> id, Set<?> chosen) {
        int[] wanted = IntStream.range(0, rows.size())
                .filter(i -> chosen.contains(id.apply(rows.get(i))))
                .toArray();
        int[] now = Arrays.stream(table.getSelectionIndices()).sorted().toArray();
        if (!Arrays.equals(wanted, now)) {
            table.setSelection(wanted);
        }
    }

    private void showAll(List<T> next) {
        rows = List.copyOf(next);
        table.setRedraw(false);
        while (table.getItemCount() > rows.size()) {
            table.remove(table.getItemCount() - 1);
        }
        for (int i = 0; i < rows.size(); i++) {
            fill(i < table.getItemCount() ? table.getItem(i) : new TableItem(table, SWT.NONE), i);
        }
        table.setRedraw(true);
    }

    /**
     * Fills only visible rows at once, so that ten thousand rows are as fast as twenty. Rows that are filled on
     * painting keep their previous text for a screen reader until then.
     */
    private void showVirtually(List<T> next) {
        List<T> before = rows;
        rows = List.copyOf(next);
        boolean resized = before.size() != rows.size();
        if (resized) {
            table.setItemCount(rows.size());
            table.clearAll();
        }
        int top = table.getTopIndex();
        for (int i = 0; i < rows.size(); i++) {
            boolean near = i >= top && i < top + NEAR;
            if (near && (resized || !rows.get(i).equals(before.get(i)))) {
                fill(table.getItem(i), i);
            } else if (!resized && !rows.get(i).equals(before.get(i))) {
                table.clear(i);
            }
        }
    }

    private void fill(TableItem item, int index) {
        T row = rows.get(index);
        for (int column = 0; column < columns.size(); column++) {
            item.setText(column, columns.get(column).text().apply(row));
        }
        if ((table.getStyle() & SWT.CHECK) != 0) {
            item.setChecked(checked.test(row));
        }
    }

    private boolean isVirtual() {
        return (table.getStyle() & SWT.VIRTUAL) != 0;
    }

    private void distribute() {
        int[] weights = columns.stream().mapToInt(Column::weight).toArray();
        int all =
                Theme.px(LEAST_WIDTH) * columns.size() / Arrays.stream(weights).sum();
        GC gc = new GC(table);
        int[] least = columns.stream()
                .mapToInt(column -> IntStream.of(
                                column.weight() * all,
                                Theme.px(column.least()),
                                gc.textExtent(column.title()).x + TITLE_EDGES)
                        .max()
                        .orElseThrow())
                .toArray();
        gc.dispose();
        int[] widths = new ColumnWidths(weights, least).of(table.getClientArea().width - columns.size());
        for (int i = 0; i < widths.length; i++) {
            table.getColumn(i).setWidth(widths[i]);
        }
    }

    private void paint(Event event) {
        int index = table.indexOf((TableItem) event.item);
        if (index < 0 || index >= rows.size()) {
            return;
        }
        T row = rows.get(index);
        Column<T> column = columns.get(event.index);
        Rectangle bounds = ((TableItem) event.item).getBounds(event.index);
        Rectangle cell = new Rectangle(bounds.x, event.y, bounds.width, Math.max(event.height, rowHeight()));
        CellPainter.paint(event.gc, Theme.of(table), column, row, cell);
    }

    /** Returns the height of the table with that many rows, or with three on a low screen. */
    public int roomyHeight(int count) {
        return height(Theme.hasRoom() ? count : FEW);
    }

    /** Returns the height of the table with that many rows. */
    public int height(int count) {
        return table.getHeaderHeight() + count * rowHeight();
    }

    private static int rowHeight() {
        return Theme.px(Theme.hasRoom() ? ROW_HEIGHT : LOW_ROW);
    }

    private void updateTooltip(Optional<String> cut) {
        String tip = cut.orElse(null);
        if (!Objects.equals(tip, table.getToolTipText())) {
            table.setToolTipText(tip);
        }
    }

    private Optional<String> cutAt(Point place) {
        TableItem item = table.getItem(place);
        int index = item == null ? -1 : table.indexOf(item);
        if (index < 0 || index >= rows.size()) {
            return Optional.empty();
        }
        return IntStream.range(0, columns.size())
                .filter(column -> item.getBounds(column).contains(place))
                .mapToObj(column ->
                        CellPainter.cut(table, columns.get(column), rows.get(index), item.getBounds(column).width))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
