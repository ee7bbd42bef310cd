package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;
import org.keyhopper.ui.model.OutcomeLook;
import org.keyhopper.ui.model.Tint;

/** A line on a coloured ground with a mark before it: a verdict, a notice. */
public final class Pill extends Composite {

    private static final int CORNER = 14;

    private final Mark mark;
    private final Label words;
    private final Type type;
    private Tint tint = Tint.NEUTRAL;

    public Pill(Composite parent, Type type) {
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
        words = Words.wrapped(this, type, Ink.TEXT);
        ((GridData) words.getLayoutData()).verticalAlignment = SWT.CENTER;
        ((GridData) words.getLayoutData()).grabExcessVerticalSpace = true;
        addPaintListener(event -> {
            Look look = Look.of(this);
            Rectangle area = getClientArea();
            event.gc.setAntialias(SWT.ON);
            event.gc.setBackground(getParent().getBackground());
            event.gc.fillRectangle(area);
            event.gc.setBackground(look.color(Ink.back(tint)));
            event.gc.setForeground(look.color(Ink.line(tint)));
            event.gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, CORNER, CORNER);
            event.gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, CORNER, CORNER);
        });
    }

    public Label words() {
        return words;
    }

    /** Shows a line in a mood; returns whether the parent needs a layout. */
    public boolean show(String text, Tint next) {
        Look look = Look.of(this);
        tint = next;
        look.dress(this, Ink.back(next), Ink.text(next));
        look.write(words, Ink.text(next), type);
        mark.show(markOf(next), Ink.mark(next));
        redraw();
        return Words.set(words, text);
    }

    private static OutcomeLook.Mark markOf(Tint tint) {
        return switch (tint) {
            case NEUTRAL -> OutcomeLook.Mark.RING;
            case ACTIVE -> OutcomeLook.Mark.DOTS;
            case GOOD -> OutcomeLook.Mark.CHECK;
            case ATTENTION -> OutcomeLook.Mark.ALERT;
            case BAD -> OutcomeLook.Mark.CROSS;
        };
    }
}
