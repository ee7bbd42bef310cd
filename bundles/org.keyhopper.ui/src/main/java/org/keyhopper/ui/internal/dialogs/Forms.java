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
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;

/** Rows of a form: a label with its mnemonic, and the native control it belongs to. */
final class Forms {

    private Forms() {}

    /** Makes a grid of two columns. */
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
        Label label = Words.label(grid, Type.BODY, Ink.SOFT);
        label.setText(text);
        return label;
    }

    static Text text(Composite grid, String label, String id, int style) {
        label(grid, label);
        Text text = Words.named(Words.spoken(new Text(grid, SWT.BORDER | style), label), id);
        Look.of(grid).dress(text, Ink.FIELD, Ink.TEXT, Type.BODY);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        return text;
    }

    static Combo choice(Composite grid, String label, String id, List<String> values) {
        label(grid, label);
        Combo combo = Words.named(Words.spoken(new Combo(grid, SWT.READ_ONLY), label), id);
        combo.setFont(Look.of(grid).font(Type.BODY));
        combo.setItems(values.toArray(String[]::new));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(combo);
        return combo;
    }

    /** Makes a check box over both columns. */
    static Button check(Composite grid, String label, String id) {
        Button button = Words.named(new Button(grid, SWT.CHECK | SWT.WRAP), id);
        button.setText(label);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(100, SWT.DEFAULT)
                .applyTo(button);
        Look.of(grid).write(button, Ink.TEXT, Type.BODY);
        return button;
    }
}
