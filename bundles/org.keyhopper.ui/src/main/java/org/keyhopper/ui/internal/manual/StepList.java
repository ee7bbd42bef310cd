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
import org.keyhopper.ui.internal.controls.Mark;
import org.keyhopper.ui.internal.controls.Words;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.model.OutcomeLook;
import org.keyhopper.ui.model.manual.StepRow;

/** The steps of a ceremony, one line each with its mark and its time. */
final class StepList extends Composite {

    private record Line(Mark mark, Label text, Label time) {}

    private final List<Line> lines = new ArrayList<>();

    StepList(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .margins(4, 0)
                .spacing(12, Look.space(9))
                .applyTo(this);
        Words.named(this, "steps");
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
            Label text = Words.wrapped(this, Type.BODY, Ink.TEXT);
            Label time = Words.label(this, Type.SMALL, Ink.MUTED);
            GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(time);
            lines.add(new Line(mark, text, time));
        }
        return moved;
    }

    private boolean show(Line line, StepRow row) {
        Look look = Look.of(this);
        switch (row.state()) {
            case WAITING -> line.mark().show(OutcomeLook.Mark.RING, Ink.BUTTON_LINE);
            case RUNNING -> line.mark().show(OutcomeLook.Mark.DOTS, Ink.ACTIVE);
            case DONE -> line.mark().show(OutcomeLook.Mark.CHECK, Ink.GOOD);
            case FAILED -> line.mark().show(OutcomeLook.Mark.CROSS, Ink.BAD);
        }
        boolean running = row.state() == StepProgress.State.RUNNING;
        Ink ink =
                switch (row.state()) {
                    case WAITING -> Ink.FAINT;
                    case RUNNING, DONE -> Ink.TEXT;
                    case FAILED -> Ink.BAD_TEXT;
                };
        look.write(line.text(), ink, running ? Type.STRONG : Type.BODY);
        return Words.set(line.text(), row.text()) | Words.set(line.time(), row.time());
    }
}
