package org.keyhopper.ui.internal.controls;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** Shows the whole text of a shortened cell below the mouse. */
final class CellTooltip {

    private CellTooltip() {}

    static <T> void show(Table table, List<Column<T>> columns) {
        table.addListener(SWT.MouseMove, event -> {
            String tip = cutAt(table, columns, new Point(event.x, event.y)).orElse(null);
            if (!Objects.equals(tip, table.getToolTipText())) {
                table.setToolTipText(tip);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> Optional<String> cutAt(Table table, List<Column<T>> columns, Point place) {
        TableItem item = table.getItem(place);
        if (item == null || item.getData() == null) {
            return Optional.empty();
        }
        T row = (T) item.getData();
        return IntStream.range(0, columns.size())
                .filter(column -> item.getBounds(column).contains(place))
                .mapToObj(column -> CellPainter.cut(table, columns.get(column), row, item.getBounds(column).width))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
