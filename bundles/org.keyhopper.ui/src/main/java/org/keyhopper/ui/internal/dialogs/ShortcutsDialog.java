package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.util.Util;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Column;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.RowTable;
import org.keyhopper.ui.internal.keys.BindingShortcuts.Row;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;

/** Lists the keyboard shortcuts. */
public final class ShortcutsDialog {

    private ShortcutsDialog() {}

    public static void open(Shell parent, Messages messages, List<Row> shortcuts) {
        BaseDialog dialog = new BaseDialog(
                parent,
                "shortcuts",
                messages.text("shortcuts.title"),
                Util.isMac() ? "" : messages.text("shortcuts.message"));
        RowTable<Row> table = new RowTable<>(
                dialog.body(),
                SWT.MULTI | SWT.BORDER,
                List.of(
                        Column.of(messages, "shortcuts.column.keys", 30, Row::keys),
                        Column.of(messages, "shortcuts.column.action", 70, Row::action)));
        table.setIdentity(Row::keys);
        Labels.accessibleName(table.control(), messages.text("shortcuts.title"));
        table.withTools(messages, "shortcuts.table").withHiddenFilter(dialog.body());
        GridDataFactory.fillDefaults().grab(true, true).hint(200, Theme.px(280)).applyTo(table.control());
        table.show(shortcuts);
        ActionControl close =
                dialog.button("dialog.close", messages.text("close"), ActionControl.Style.PLAIN, dialog::close);
        dialog.setDefault(close);
        dialog.open(620, 560);
        table.control().setFocus();
    }
}
