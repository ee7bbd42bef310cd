package org.keyhopper.ui.internal.controls;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.model.results.Figure;

/** A large number with its mark and its word below. */
public final class FigureView {

    private static final int LEAST = 132;

    private final Label number;
    private final Mark mark;
    private final Label word;

    /** Makes room for figures, in as many lines as they need. */
    public static Composite row(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(new Tiles(LEAST));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(row);
        return row;
    }

    /** @param parent a {@link #row} */
    public FigureView(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        boolean room = Look.hasRoom();
        GridLayoutFactory.fillDefaults()
                .numColumns(room ? 2 : 3)
                .spacing(8, room ? 2 : 0)
                .applyTo(box);
        number = Words.label(box, Type.NUMBER, Ink.TEXT);
        GridDataFactory.fillDefaults().grab(room, false).span(room ? 2 : 1, 1).applyTo(number);
        mark = new Mark(box, 13);
        mark.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        word = Words.label(box, Type.BODY, Ink.SOFT);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(word);
    }

    public void show(Figure figure) {
        Words.named(
                number,
                "figure." + figure.look().map(look -> look.outcome().name()).orElse("TOTAL"));
        Words.set(number, Integer.toString(figure.value()));
        Words.set(word, figure.label());
        ((GridData) mark.getLayoutData()).exclude = figure.look().isEmpty();
        mark.setVisible(figure.look().isPresent());
        figure.look().ifPresent(look -> mark.show(look.mark(), Ink.mark(look.tint())));
    }
}
