package org.keyhopper.ui.internal.controls;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Tint;

/** A panel with rounded corners that groups related controls, optionally with a tinted background. */
public final class Card extends Composite {

    private static final int CORNER = 16;

    private Tint tint = Tint.NEUTRAL;

    public Card(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        setBackgroundMode(SWT.INHERIT_FORCE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = Theme.space(24);
        layout.marginHeight = Theme.space(20);
        layout.verticalSpacing = 6;
        setLayout(layout);
        Theme.of(this).apply(this, ColorRole.SURFACE, ColorRole.TEXT);
        addPaintListener(event -> paint(event.gc));
    }

    @Override
    public void layout(boolean changed, boolean all) {
        super.layout(changed, all);
        Page.fit(this);
    }

    public Tint tint() {
        return tint;
    }

    /** Fills the whole card with the background of the tint. */
    public void setTint(Tint next) {
        if (next != tint) {
            tint = next;
            Theme.of(this).apply(this, ColorRole.back(next), ColorRole.TEXT);
            redraw();
        }
    }

    private void paint(GC gc) {
        Theme theme = Theme.of(this);
        Rectangle area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(ColorRole.WINDOW));
        gc.fillRectangle(area);
        gc.setBackground(theme.color(ColorRole.back(tint)));
        gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, CORNER, CORNER);
        gc.setForeground(theme.color(ColorRole.line(tint)));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, CORNER, CORNER);
    }
}
