package org.keyhopper.ui.internal.manual;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Mark;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.manual.StepRow;

/** The steps of a ceremony, one per line with icon and duration. */
final class StepList extends Composite {

    private record Line(Mark mark, Label text, Label time) {}

    private final List<Line> lines = new ArrayList<>();

    StepList(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .margins(4, 0)
                .spacing(12, Theme.space(9))
                .applyTo(this);
        Labels.withId(this, "steps");
    }

    /** Shows the steps; returns whether the parent needs a layout. */
    boolean show(List<StepRow> rows) {
        boolean moved = resize(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            moved |= show(lines.get(i), rows.get(i));
        }
        return moved;
    }

    private boolean resize(int count) {
        boolean moved = count != lines.size();
        while (lines.size() > count) {
            Line last = lines.removeLast();
            for (Control control : List.of(last.mark(), last.text(), last.time())) {
                control.dispose();
            }
        }
        while (lines.size() < count) {
            Mark mark = new Mark(this, 15);
            Label text = Labels.wrapped(this, FontRole.BODY, ColorRole.TEXT);
            Label time = Labels.label(this, FontRole.SMALL, ColorRole.MUTED);
            GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(time);
            lines.add(new Line(mark, text, time));
        }
        return moved;
    }

    private boolean show(Line line, StepRow row) {
        Theme theme = Theme.of(this);
        switch (row.state()) {
            case WAITING -> line.mark().show(OutcomeStyle.Mark.RING, ColorRole.BUTTON_LINE);
            case RUNNING -> line.mark().show(OutcomeStyle.Mark.DOTS, ColorRole.ACTIVE);
            case DONE -> line.mark().show(OutcomeStyle.Mark.CHECK, ColorRole.GOOD);
            case FAILED -> line.mark().show(OutcomeStyle.Mark.CROSS, ColorRole.BAD);
        }
        boolean running = row.state() == StepProgress.State.RUNNING;
        ColorRole role =
                switch (row.state()) {
                    case WAITING -> ColorRole.FAINT;
                    case RUNNING, DONE -> ColorRole.TEXT;
                    case FAILED -> ColorRole.BAD_TEXT;
                };
        theme.applyText(line.text(), role, running ? FontRole.STRONG : FontRole.BODY);
        return Labels.set(line.text(), row.text()) | Labels.set(line.time(), row.time());
    }
}
