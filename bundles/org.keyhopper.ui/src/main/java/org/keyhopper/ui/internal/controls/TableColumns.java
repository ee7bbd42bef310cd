package org.keyhopper.ui.internal.controls;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.settings.TableSettings;

/**
 * The columns of a {@link RowTable}: which are shown, and their widths. A column that the operator has resized keeps that
 * width; the others share the rest.
 */
final class TableColumns<T> {

    private static final int TITLE_EDGES = 20;

    /** Space beside a title for the arrow that indicates the sorting. */
    private static final int SORT_ARROW = 18;

    /** Minimum average width of a column; a narrower table scrolls horizontally. */
    private static final int LEAST_WIDTH = 80;

    /** No column changes its width for so many milliseconds once a change has ended. */
    private static final int SETTLED = 300;

    private static final int SLACK = 2;

    private final Table table;
    private final List<Column<T>> columns;
    private final int[] placed;
    private final int[] chosen;
    private Set<Integer> hidden = new HashSet<>();
    private Optional<TableSettings> settings = Optional.empty();
    private final Runnable adopt = this::adopt;

    TableColumns(TableViewer viewer, List<Column<T>> columns) {
        table = viewer.getTable();
        this.columns = columns;
        placed = new int[columns.size()];
        chosen = new int[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
            column.setLabelProvider(new RowLabelProvider<>(table, columns.get(i)));
            column.getColumn().setText(columns.get(i).title());
            column.getColumn().addListener(SWT.Resize, event -> adoptLater());
        }
        table.addListener(SWT.Resize, event -> distribute());
    }

    /** Restores the arrangement, and keeps it from now on. */
    void remember(TableSettings kept) {
        settings = Optional.of(kept);
        hidden = kept.hidden();
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = kept.width(i).orElse(0);
        }
    }

    boolean isHidden(int column) {
        return hidden.contains(column);
    }

    /** Returns the indexes of the visible columns. */
    List<Integer> shown() {
        return IntStream.range(0, columns.size())
                .filter(column -> !isHidden(column))
                .boxed()
                .toList();
    }

    void toggle(int column) {
        if (!hidden.remove(column)) {
            hidden.add(column);
        }
        settings.ifPresent(kept -> kept.keepHidden(hidden));
        distribute();
    }

    /** Shows all columns in the widths that suit the table. */
    void reset() {
        hidden.clear();
        settings.ifPresent(kept -> kept.keepHidden(hidden));
        for (int i = 0; i < chosen.length; i++) {
            choose(i, 0);
        }
        distribute();
    }

    private void choose(int column, int width) {
        chosen[column] = width;
        settings.ifPresent(kept -> kept.keepWidth(column, width));
    }

    /** GTK reports widths that were placed here late and one by one: the operator's are known once that has ended. */
    private void adoptLater() {
        table.getDisplay().timerExec(SETTLED, adopt);
    }

    /** A width other than the one placed here is the operator's; the last column takes what is left. */
    private void adopt() {
        if (table.isDisposed()) {
            return;
        }
        List<Integer> shown = shown();
        for (int column : shown.subList(0, shown.size() - 1)) {
            int width = table.getColumn(column).getWidth();
            if (placed[column] > 0 && Math.abs(width - placed[column]) > SLACK) {
                placed[column] = width;
                choose(column, width);
            }
        }
    }

    private void distribute() {
        List<Integer> shown = shown();
        int[] weights = shown.stream()
                .mapToInt(column -> chosen[column] > 0 ? 0 : columns.get(column).weight())
                .toArray();
        int sum = IntStream.of(weights).sum();
        int[] widths = least(shown, sum);
        if (sum > 0) {
            widths = new ColumnWidths(weights, widths).of(table.getClientArea().width - shown.size());
        }
        for (int i = 0; i < shown.size(); i++) {
            place(shown.get(i), widths[i]);
        }
        hidden.forEach(column -> place(column, 0));
    }

    private int[] least(List<Integer> shown, int weights) {
        int all = Theme.px(LEAST_WIDTH) * shown.size() / Math.max(1, weights);
        GC gc = new GC(table);
        int[] least = shown.stream()
                .mapToInt(column -> chosen[column] > 0 ? chosen[column] : least(gc, columns.get(column), all))
                .toArray();
        gc.dispose();
        return least;
    }

    private int least(GC gc, Column<T> column, int all) {
        int arrow = settings.isPresent() ? SORT_ARROW : 0;
        int title = gc.textExtent(column.title()).x + TITLE_EDGES + arrow;
        return Math.max(title, Math.max(column.weight() * all, Theme.px(column.least())));
    }

    private void place(int index, int width) {
        TableColumn column = table.getColumn(index);
        placed[index] = width;
        column.setResizable(width > 0);
        column.setWidth(width);
    }
}
