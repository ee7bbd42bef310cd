package org.keyhopper.ui.internal.manual;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.manual.CandidateRow;

/** The connected devices to choose from, each with a button that makes it blink and one that selects it. */
final class CandidateList extends Composite {

    private static final int COLUMNS = 3;
    private final CandidateActions sink;
    private final List<Control> controls = new ArrayList<>();
    private List<CandidateRow> rows = List.of();

    CandidateList(Composite parent, CandidateActions sink) {
        super(parent, SWT.NONE);
        this.sink = sink;
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(10, 10).applyTo(this);
        Labels.withId(this, "candidates");
    }

    /** Shows the rows; returns whether the parent needs a layout. */
    boolean show(List<CandidateRow> next) {
        if (next.equals(rows)) {
            return false;
        }
        rows = next;
        controls.forEach(Control::dispose);
        controls.clear();
        rows.forEach(this::add);
        return true;
    }

    private void add(CandidateRow row) {
        Composite names = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(names);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .span(row.blink().isEmpty() ? 2 : 1, 1)
                .applyTo(names);
        Labels.set(wrapped(names, FontRole.STRONG, ColorRole.TEXT), row.name());
        Labels.set(wrapped(names, FontRole.SMALL, ColorRole.SOFT), row.detail());
        controls.add(names);
        if (!row.blink().isEmpty()) {
            controls.add(button(row.blink(), () -> sink.blink(row.device())));
        }
        controls.add(button(row.use(), () -> sink.pick(row.device())));
    }

    private static Label wrapped(Composite parent, FontRole type, ColorRole role) {
        return Labels.wrapped(parent, type, role);
    }

    private ActionControl button(String label, Runnable action) {
        ActionControl button = new ActionControl(this);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).applyTo(button);
        button.show(label, "", ActionControl.Style.PLAIN, action);
        return button;
    }
}
