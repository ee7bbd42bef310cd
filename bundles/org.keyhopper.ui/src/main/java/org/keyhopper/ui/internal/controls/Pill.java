package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;

/** A line of text with an icon on a tinted background: a verdict or a notice. */
public final class Pill extends Composite {

    private static final int CORNER = 14;

    private final Mark mark;
    private final Label label;
    private final FontRole type;
    private Tint tint = Tint.NEUTRAL;

    public Pill(Composite parent, FontRole type) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.type = type;
        setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 14;
        layout.marginHeight = 10;
        layout.horizontalSpacing = 10;
        setLayout(layout);
        mark = new Mark(this, 16);
        mark.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, false));
        label = Labels.wrapped(this, type, ColorRole.TEXT);
        ((GridData) label.getLayoutData()).verticalAlignment = SWT.CENTER;
        ((GridData) label.getLayoutData()).grabExcessVerticalSpace = true;
        addPaintListener(event -> {
            Theme theme = Theme.of(this);
            Rectangle area = getClientArea();
            event.gc.setAntialias(SWT.ON);
            event.gc.setBackground(getParent().getBackground());
            event.gc.fillRectangle(area);
            event.gc.setBackground(theme.color(ColorRole.back(tint)));
            event.gc.setForeground(theme.color(ColorRole.line(tint)));
            event.gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, CORNER, CORNER);
            event.gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, CORNER, CORNER);
        });
    }

    public Label label() {
        return label;
    }

    /** Shows the text in the tint; returns whether the parent needs a layout. */
    public boolean show(String text, Tint next) {
        Theme theme = Theme.of(this);
        tint = next;
        theme.apply(this, ColorRole.back(next), ColorRole.text(next));
        theme.applyText(label, ColorRole.text(next), type);
        mark.show(markOf(next), ColorRole.mark(next));
        redraw();
        return Labels.set(label, text);
    }

    private static OutcomeStyle.Mark markOf(Tint tint) {
        return switch (tint) {
            case NEUTRAL -> OutcomeStyle.Mark.RING;
            case ACTIVE -> OutcomeStyle.Mark.DOTS;
            case GOOD -> OutcomeStyle.Mark.CHECK;
            case ATTENTION -> OutcomeStyle.Mark.ALERT;
            case BAD -> OutcomeStyle.Mark.CROSS;
        };
    }
}
