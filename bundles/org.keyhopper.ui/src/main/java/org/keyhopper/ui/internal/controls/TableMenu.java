package org.keyhopper.ui.internal.controls;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.keyhopper.ui.internal.keys.Shortcuts;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.table.RowQuery.SortKey;

/**
 * The context menus of a table: that of its header chooses the columns, that of its rows has the actions of the place, and
 * the same choices for the keyboard.
 */
final class TableMenu<T> {

    private final TableTools<T> tools;
    private final RowTable<T> rows;
    private final Table table;
    private final Messages messages;
    private final Menu rowMenu;
    private final Menu header;
    private boolean complete;

    TableMenu(TableTools<T> tools, RowTable<T> rows, Messages messages) {
        this.tools = tools;
        this.rows = rows;
        this.messages = messages;
        table = rows.control();
        rowMenu = new Menu(table);
        header = new Menu(table);
        rowMenu.addListener(SWT.Show, event -> complete());
        header.addListener(SWT.Show, event -> {
            clear(header);
            addColumns(header);
            new MenuItem(header, SWT.SEPARATOR);
            entry(header, SWT.PUSH, "table.unsorted", () -> tools.sort(Optional.empty()));
        });
        table.addListener(SWT.MenuDetect, this::choose);
        table.setMenu(rowMenu);
        table.addListener(SWT.Dispose, event -> {
            rowMenu.dispose();
            header.dispose();
        });
    }

    Menu rows() {
        return rowMenu;
    }

    private void choose(Event event) {
        Point at = table.toControl(event.x, event.y);
        boolean onHeader = event.detail != SWT.MENU_KEYBOARD && at.y >= 0 && at.y < table.getHeaderHeight();
        table.setMenu(onHeader ? header : rowMenu);
    }

    private void complete() {
        if (complete) {
            return;
        }
        complete = true;
        if (rowMenu.getItemCount() > 0) {
            new MenuItem(rowMenu, SWT.SEPARATOR);
        }
        shortcut(entry(rowMenu, SWT.PUSH, "table.copy", tools::copy), Shortcuts.COPY);
        if (tools.hasFilter()) {
            shortcut(entry(rowMenu, SWT.PUSH, "table.find", tools::find), Shortcuts.FIND);
        }
        submenu("table.sort", this::addSorting);
        submenu("table.columns", this::addColumns);
    }

    private void shortcut(MenuItem item, String command) {
        item.setText(Shortcuts.of(table.getDisplay()).label(item.getText(), command));
    }

    private void submenu(String key, Consumer<Menu> fill) {
        Menu entries = new Menu(rowMenu);
        MenuItem item = entry(rowMenu, SWT.CASCADE, key, () -> {});
        item.setMenu(entries);
        entries.addListener(SWT.Show, event -> {
            clear(entries);
            fill.accept(entries);
        });
        fill.accept(entries);
    }

    private static void clear(Menu menu) {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
    }

    private void addSorting(Menu menu) {
        Optional<SortKey> now = rows.query().sort();
        for (int column : rows.arrangement().shown()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(rows.columns().get(column).title());
            item.setSelection(now.filter(key -> key.column() == column).isPresent());
            item.addListener(SWT.Selection, event -> {
                if (item.getSelection()) {
                    tools.sort(Optional.of(new SortKey(column, false)));
                }
            });
        }
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem descending = entry(menu, SWT.CHECK, "table.descending", () -> rows.query()
                .sort()
                .ifPresent(key -> tools.sort(Optional.of(new SortKey(key.column(), !key.descending())))));
        descending.setSelection(now.filter(SortKey::descending).isPresent());
        descending.setEnabled(now.isPresent());
        entry(menu, SWT.PUSH, "table.unsorted", () -> tools.sort(Optional.empty()));
    }

    private void addColumns(Menu menu) {
        TableColumns<T> columns = rows.arrangement();
        for (int i = 0; i < rows.columns().size(); i++) {
            int column = i;
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(rows.columns().get(i).title());
            item.setSelection(!columns.isHidden(i));
            item.setEnabled(columns.isHidden(i) || columns.shown().size() > 1);
            item.addListener(SWT.Selection, event -> columns.toggle(column));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        entry(menu, SWT.PUSH, "table.columns.default", columns::reset);
    }

    private MenuItem entry(Menu menu, int style, String key, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(messages.text(key));
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }
}
