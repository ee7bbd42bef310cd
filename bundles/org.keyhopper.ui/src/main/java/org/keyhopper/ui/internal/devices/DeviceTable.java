package org.keyhopper.ui.internal.devices;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.ui.internal.controls.DeviceDrawing;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.TableFocus;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.devices.DeviceRow;

/** The connected devices, each with its picture; a native table for the sake of keyboard and screen readers. */
final class DeviceTable {

    private static final int ROW_HEIGHT = 72;
    private static final int LOW_ROW = 54;
    private static final int PICTURE = 70;
    private static final float SCALE = 0.35f;

    private final Table table;
    private List<DeviceRow> rows = List.of();

    DeviceTable(Composite parent, Consumer<LinkId> select) {
        table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Theme.of(table).apply(table, ColorRole.SURFACE, ColorRole.TEXT, FontRole.BODY);
        TableColumn column = new TableColumn(table, SWT.NONE);
        table.addListener(SWT.Resize, event -> column.setWidth(table.getClientArea().width));
        table.addListener(SWT.MeasureItem, event -> event.height = rowHeight());
        table.addListener(SWT.EraseItem, event -> TableFocus.ground(table, event));
        table.addListener(SWT.PaintItem, this::paint);
        TableFocus.show(table);
        table.addListener(SWT.Selection, event -> chosen().map(DeviceRow::id).ifPresent(select));
    }

    private static int rowHeight() {
        return Theme.px(Theme.hasRoom() ? ROW_HEIGHT : LOW_ROW);
    }

    /** Returns the height of the table with that many rows. */
    static int height(int rows) {
        return rows * rowHeight();
    }

    Table control() {
        return table;
    }

    private Optional<DeviceRow> chosen() {
        int index = table.getSelectionIndex();
        return index >= 0 && index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
    }

    void show(List<DeviceRow> next, Optional<LinkId> selected) {
        if (!next.equals(rows)) {
            rows = next;
            table.setItemCount(0);
            for (DeviceRow row : rows) {
                new TableItem(table, SWT.NONE).setText(row.name() + ", " + row.detail());
            }
        }
        int wanted = selected.map(
                        id -> rows.stream().map(DeviceRow::id).toList().indexOf(id))
                .orElse(-1);
        if (wanted != table.getSelectionIndex()) {
            table.deselectAll();
            table.select(wanted);
        }
    }

    private void paint(Event event) {
        int index = table.indexOf((TableItem) event.item);
        if (index < 0 || index >= rows.size()) {
            return;
        }
        DeviceRow row = rows.get(index);
        Theme theme = Theme.of(table);
        GC gc = event.gc;
        int height = rowHeight();
        int top = event.y + (height - 38) / 2;
        DeviceDrawing.paintSmall(gc, theme, row.kind(), new Point(6, top), SCALE);
        int room = table.getClientArea().width - PICTURE - 12;
        gc.setFont(theme.font(FontRole.STRONG));
        gc.setForeground(theme.color(ColorRole.TEXT));
        int line = gc.getFontMetrics().getHeight();
        int first = event.y + (height - 2 * line - 2) / 2;
        gc.drawText(Labels.shortened(gc, row.name(), room), PICTURE + 8, first, SWT.DRAW_TRANSPARENT);
        gc.setFont(theme.font(FontRole.SMALL));
        gc.setForeground(theme.color(ColorRole.MUTED));
        gc.drawText(Labels.shortened(gc, row.detail(), room), PICTURE + 8, first + line + 2, SWT.DRAW_TRANSPARENT);
    }
}
