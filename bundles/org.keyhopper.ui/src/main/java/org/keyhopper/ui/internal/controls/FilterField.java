package org.keyhopper.ui.internal.controls;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;

/** A field that filters the rows of a table. Escape clears it and returns to the table. UI thread only. */
public final class FilterField {

    private static final String FIND = "org.keyhopper.find";
    private static final int WIDTH = 200;

    private final Text text;
    private final Table table;
    private boolean hides;

    FilterField(Composite parent, Messages messages, Table table, Consumer<String> filter) {
        this.table = table;
        text = new Text(parent, SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        if (table.getParent() == parent) {
            text.moveAbove(table);
        }
        text.setMessage(messages.text("table.filter"));
        Labels.withId(
                Labels.accessibleName(text, messages.text("table.filter")),
                Labels.id(table).orElse("") + ".filter");
        Theme.of(text).apply(text, ColorRole.FIELD, ColorRole.TEXT, FontRole.BODY);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(Theme.px(WIDTH), SWT.DEFAULT)
                .applyTo(text);
        text.addListener(SWT.Modify, event -> filter.accept(text.getText()));
        text.addListener(SWT.Traverse, this::traverse);
        text.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                event.doit = false;
                table.setFocus();
            }
        });
        text.addListener(SWT.FocusOut, event -> hideIfEmpty());
        opens(table, this::use);
        opens(text, this::use);
    }

    /** Makes {@link #find} in the window of a control call the action, while the control is visible. */
    public static void opens(Control control, Runnable action) {
        control.setData(FIND, action);
    }

    /** Moves the focus to the filter that is nearest to the control, if its window has one. */
    public static void find(Control focus) {
        for (Control control = focus; control != null; control = control.getParent()) {
            if (findBelow(control) || control == control.getShell()) {
                return;
            }
        }
    }

    private static boolean findBelow(Control control) {
        if (control.getData(FIND) instanceof Runnable action && control.isVisible()) {
            action.run();
            return true;
        }
        if (control instanceof Composite composite && control.isVisible()) {
            for (Control child : composite.getChildren()) {
                if (findBelow(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Shows the field and moves the focus to it. */
    void use() {
        if (Labels.visible(text, true)) {
            text.getParent().layout(true, true);
        }
        text.setFocus();
        text.selectAll();
    }

    void hideWhenEmpty() {
        hides = true;
        ((GridData) text.getLayoutData()).grabExcessHorizontalSpace = true;
        Labels.visible(text, false);
    }

    private void hideIfEmpty() {
        if (hides && text.getText().isEmpty() && Labels.visible(text, false)) {
            text.getParent().layout(true, true);
        }
    }

    private void traverse(Event event) {
        boolean used = !text.getText().isEmpty() || hides;
        if (event.detail == SWT.TRAVERSE_ESCAPE && used) {
            event.doit = false;
            event.detail = SWT.TRAVERSE_NONE;
            text.setText("");
            table.setFocus();
        } else if (event.detail == SWT.TRAVERSE_RETURN) {
            event.doit = false;
            event.detail = SWT.TRAVERSE_NONE;
            table.setFocus();
        }
    }
}
