package org.keyhopper.ui.internal.controls;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.results.OutcomeCount;

/** A large number with its icon, and below it a tab that filters the table by that outcome. */
public final class OutcomeCountView {

    private static final int LEAST = 132;

    private final Label number;
    private final Mark mark;
    private final ActionControl word;
    private final Consumer<Optional<Outcome>> filter;
    private Optional<Outcome> outcome = Optional.empty();

    /** Creates a container for counts, which wraps them into as many lines as needed. */
    public static Composite row(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(new TileLayout(LEAST));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(row);
        return row;
    }

    /**
     * @param parent a {@link #row}
     * @param filter receives the outcome to show; empty for all
     */
    public OutcomeCountView(Composite parent, Consumer<Optional<Outcome>> filter) {
        this.filter = filter;
        Composite box = new Composite(parent, SWT.NONE);
        boolean room = Theme.hasRoom();
        GridLayoutFactory.fillDefaults()
                .numColumns(room ? 1 : 3)
                .spacing(8, room ? 2 : 0)
                .applyTo(box);
        Composite top = room ? new Composite(box, SWT.NONE) : box;
        if (room) {
            GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(top);
            GridDataFactory.fillDefaults()
                    .align(SWT.CENTER, SWT.CENTER)
                    .grab(true, false)
                    .applyTo(top);
        }
        mark = new Mark(top, 13);
        mark.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        number = Labels.label(top, FontRole.NUMBER, ColorRole.TEXT);
        word = new ActionControl(box);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(word);
        number.addListener(SWT.MouseUp, event -> word.press());
        mark.addListener(SWT.MouseUp, event -> word.press());
    }

    /** @param chosen whether the table is filtered by this outcome */
    public void show(OutcomeCount figure, boolean chosen) {
        outcome = figure.outcome();
        Labels.withId(number, "figure." + outcome.map(Outcome::name).orElse("TOTAL"));
        Labels.set(number, Integer.toString(figure.value()));
        Labels.withId(word, "filter." + outcome.map(Outcome::name).orElse("TOTAL"));
        word.show(
                figure.label(),
                "",
                chosen ? ActionControl.Style.CHOSEN_TAB : ActionControl.Style.TAB,
                () -> filter.accept(outcome));
        word.setEnabled(outcome.isEmpty() || figure.value() > 0);
        ((GridData) mark.getLayoutData()).exclude = figure.style().isEmpty();
        mark.setVisible(figure.style().isPresent());
        figure.style().ifPresent(theme -> mark.show(theme.mark(), ColorRole.mark(theme.tint())));
    }
}
