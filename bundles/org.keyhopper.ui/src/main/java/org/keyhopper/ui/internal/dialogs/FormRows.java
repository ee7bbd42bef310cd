package org.keyhopper.ui.internal.dialogs;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;

/** Creates form rows: a label with its mnemonic and the native control that it belongs to. */
final class FormRows {

    private FormRows() {}

    /** Creates a grid of two columns. */
    static Composite grid(Composite parent) {
        Composite grid = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 8).applyTo(grid);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.TOP)
                .applyTo(grid);
        return grid;
    }

    static Label label(Composite grid, String text) {
        Label label = Labels.label(grid, FontRole.BODY, ColorRole.SOFT);
        label.setText(text);
        return label;
    }

    static Text text(Composite grid, String label, String id, int style) {
        label(grid, label);
        return field(grid, label, id, style);
    }

    /** Creates a field whose label is elsewhere. */
    static Text field(Composite grid, String label, String id, int style) {
        Text text = Labels.withId(Labels.accessibleName(new Text(grid, SWT.BORDER | style), label), id);
        Theme.of(grid).apply(text, ColorRole.FIELD, ColorRole.TEXT, FontRole.BODY);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        return text;
    }

    static Combo choice(Composite grid, String label, String id, List<String> values) {
        label(grid, label);
        Combo combo = Labels.withId(Labels.accessibleName(new Combo(grid, SWT.READ_ONLY), label), id);
        combo.setFont(Theme.of(grid).font(FontRole.BODY));
        combo.setItems(values.toArray(String[]::new));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(combo);
        return combo;
    }

    /** Creates a check box that spans both columns. */
    static Button check(Composite grid, String label, String id) {
        Button button = Labels.withId(new Button(grid, SWT.CHECK | SWT.WRAP), id);
        button.setText(label);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(100, SWT.DEFAULT)
                .applyTo(button);
        Theme.of(grid).applyText(button, ColorRole.TEXT, FontRole.BODY);
        return button;
    }
}
