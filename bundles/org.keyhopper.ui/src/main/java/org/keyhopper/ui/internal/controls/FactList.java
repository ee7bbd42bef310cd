package org.keyhopper.ui.internal.controls;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.manual.DevicePanel.Fact;

/** The known properties of a device, one per line: label at the left, value at the right. */
public final class FactList {

    private final Composite grid;
    private final List<Line> lines = new ArrayList<>();

    private record Line(Label label, Label value) {}

    public FactList(Composite parent) {
        grid = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 5).applyTo(grid);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        Labels.withId(grid, "device.facts");
    }

    public Control control() {
        return grid;
    }

    /** Shows the facts; returns whether the parent needs a layout. */
    public boolean show(List<Fact> wanted) {
        boolean moved = wanted.size() != lines.size();
        while (lines.size() > wanted.size()) {
            Line last = lines.removeLast();
            last.label().dispose();
            last.value().dispose();
        }
        while (lines.size() < wanted.size()) {
            Label label = Labels.label(grid, FontRole.SMALL, ColorRole.MUTED);
            GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.TOP).applyTo(label);
            Label value = Labels.wrapped(grid, FontRole.BODY, ColorRole.TEXT);
            value.setAlignment(SWT.RIGHT);
            lines.add(new Line(label, value));
        }
        for (int i = 0; i < wanted.size(); i++) {
            moved |= Labels.set(lines.get(i).label(), wanted.get(i).label());
            moved |= Labels.set(lines.get(i).value(), wanted.get(i).value());
        }
        return moved;
    }
}
