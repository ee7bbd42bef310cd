package org.keyhopper.ui.internal.automatic;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.controls.Mark;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.automatic.SetupScreen.CheckRow;

/** The readiness checks before a run: an icon and a text per check, and below it what is wrong. */
final class CheckList extends Composite {

    private final ScrolledComposite scroll;

    private List<CheckRow> shown = List.of();
    private final List<Control> controls = new ArrayList<>();

    CheckList(Composite parent) {
        super(new ScrolledComposite(parent, SWT.V_SCROLL), SWT.NONE);
        scroll = (ScrolledComposite) getParent();
        scroll.setContent(this);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, event -> measure());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 7).applyTo(this);
        Labels.withId(this, "checks");
    }

    /** Returns the control to place in the parent's layout. */
    Composite control() {
        return scroll;
    }

    private void measure() {
        int width = scroll.getClientArea().width;
        scroll.setMinHeight(computeSize(width, SWT.DEFAULT).y);
        layout(true, true);
    }

    /** Shows the rows; returns whether the parent needs a layout. */
    boolean show(List<CheckRow> rows) {
        if (rows.equals(shown)) {
            return false;
        }
        shown = rows;
        controls.forEach(Control::dispose);
        controls.clear();
        rows.forEach(this::add);
        measure();
        return true;
    }

    private void add(CheckRow row) {
        Mark mark = new Mark(this, 16);
        mark.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, false, false));
        ((GridData) mark.getLayoutData()).verticalIndent = 2;
        Label text = Labels.wrapped(this, FontRole.BODY, ColorRole.TEXT);
        switch (row.state()) {
            case OPEN -> mark.show(OutcomeStyle.Mark.RING, ColorRole.BUTTON_LINE);
            case GOOD -> mark.show(OutcomeStyle.Mark.CHECK, ColorRole.GOOD);
            case WARNING -> mark.show(OutcomeStyle.Mark.ALERT, ColorRole.ATTENTION);
            case BAD -> {
                mark.show(OutcomeStyle.Mark.CROSS, ColorRole.BAD);
                Theme.of(this).applyText(text, ColorRole.BAD_TEXT, FontRole.STRONG);
            }
        }
        Labels.set(text, row.text());
        controls.add(mark);
        controls.add(text);
        if (!row.detail().isEmpty()) {
            Label gap = new Label(this, SWT.NONE);
            Label detail = Labels.wrapped(this, FontRole.SMALL, ColorRole.SOFT);
            Labels.set(detail, row.detail());
            controls.add(gap);
            controls.add(detail);
        }
    }
}
