package org.keyhopper.ui.internal.automatic;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Mark;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.manual.StepRow;

/** The steps of a ceremony in one line: an icon per step, and the text and elapsed time of the current one. */
final class StepStrip extends Composite {

    private static final int MOST = 10;

    private final List<Mark> marks = new ArrayList<>();
    private final Label label;

    StepStrip(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(MOST + 1).spacing(5, 0).applyTo(this);
        for (int i = 0; i < MOST; i++) {
            Mark mark = new Mark(this, 15);
            mark.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, false));
            marks.add(mark);
        }
        label = Labels.withId(Labels.label(this, FontRole.LARGE, ColorRole.SOFT), "lane.step");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .indent(8, 0)
                .hint(50, SWT.DEFAULT)
                .applyTo(label);
    }

    void show(List<StepRow> steps) {
        String text = "";
        for (int i = 0; i < MOST; i++) {
            boolean present = i < steps.size();
            marks.get(i).setVisible(present);
            if (present) {
                StepRow step = steps.get(i);
                show(marks.get(i), step);
                marks.get(i).setToolTipText(step.text() + "  " + step.time());
                text = step.state() == StepProgress.State.RUNNING || step.state() == StepProgress.State.FAILED
                        ? step.text()
                        : step.state() == StepProgress.State.DONE ? step.text() + "  " + step.time() : text;
            }
        }
        Labels.set(label, text);
    }

    private static void show(Mark mark, StepRow step) {
        switch (step.state()) {
            case WAITING -> mark.show(OutcomeStyle.Mark.RING, ColorRole.BUTTON_LINE);
            case RUNNING -> mark.show(OutcomeStyle.Mark.DOTS, ColorRole.ACTIVE);
            case DONE -> mark.show(OutcomeStyle.Mark.CHECK, ColorRole.GOOD);
            case FAILED -> mark.show(OutcomeStyle.Mark.CROSS, ColorRole.BAD);
        }
    }
}
