package org.keyhopper.ui.internal.controls;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.parts.DeskWindow;

/** The frame of a place: its header, and below it room for its sheets. */
public final class Page extends Composite {

    private final DeskWindow window;
    private final Header header;
    private final Composite body;

    public Page(Composite parent, DeskWindow window) {
        super(parent, SWT.NONE);
        this.window = window;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        header = new Header(this, window.messages(), window.badge(), this::openMenu);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        body = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(24, 24).spacing(20, 20).applyTo(body);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        Look.of(this).dress(this, Ink.WINDOW, Ink.TEXT);
        Look.of(this).dress(body, Ink.WINDOW, Ink.TEXT);
    }

    private void openMenu(Point at) {
        window.openMenu(this, at);
    }

    public Header header() {
        return header;
    }

    public Composite body() {
        return body;
    }
}
