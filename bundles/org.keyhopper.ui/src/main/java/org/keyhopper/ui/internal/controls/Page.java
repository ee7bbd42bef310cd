package org.keyhopper.ui.internal.controls;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.internal.parts.StateSubscription;
import org.keyhopper.ui.internal.parts.WindowActions;

/**
 * The frame of a perspective: a header, and a body with its cards. The body scrolls when the window is too low for
 * the user's font size; the focused control is kept visible, and Page Up and Page Down scroll.
 */
public final class Page extends Composite {

    private static final int LEAST_WIDTH = 480;

    private final WindowActions window;
    private final Header header;
    private final ScrolledComposite scrolled;
    private final Composite body;

    public Page(Composite parent, WindowActions window) {
        super(parent, SWT.NONE);
        this.window = window;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        header = new Header(this, window.messages(), window.badge(), this::openMenu);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        header.show(window.model().central().states().get());
        StateSubscription.follow(header, window.model().central().states(), header::show);
        scrolled = new ScrolledComposite(this, SWT.H_SCROLL | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scrolled);
        body = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .margins(Theme.space(24), Theme.space(24))
                .spacing(0, Theme.space(20))
                .applyTo(body);
        scrolled.setContent(body);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        scrolled.addListener(SWT.Resize, event -> fit());
        waitForRoom();
        Listener keys = this::scroll;
        getDisplay().addFilter(SWT.KeyDown, keys);
        addListener(SWT.Dispose, event -> getDisplay().removeFilter(SWT.KeyDown, keys));
        Theme.of(this).apply(this, ColorRole.WINDOW, ColorRole.TEXT);
        Theme.of(this).apply(scrolled, ColorRole.WINDOW, ColorRole.TEXT);
        Theme.of(this).apply(body, ColorRole.WINDOW, ColorRole.TEXT);
    }

    /** Defers layout until the page has a size, because controls are created before that. */
    private void waitForRoom() {
        setLayoutDeferred(true);
        Listener room = new Listener() {
            @Override
            public void handleEvent(Event event) {
                removeListener(SWT.Resize, this);
                setLayoutDeferred(false);
            }
        };
        addListener(SWT.Resize, room);
    }

    /** Updates the scrolled area of the enclosing page when the preferred size of its content has changed. */
    public static void fit(Control part) {
        for (Composite above = part.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Page page) {
                if (!page.isLayoutDeferred()) {
                    page.fit();
                    page.body.layout(new Control[] {part});
                }
                return;
            }
        }
    }

    /** The body is as wide as the window and at least as high as its content at that width. */
    private void fit() {
        int least = Theme.px(LEAST_WIDTH);
        int width = Math.max(least, scrolled.getClientArea().width);
        scrolled.setMinSize(least, body.computeSize(width, SWT.DEFAULT).y);
    }

    /** Tables and text fields handle these keys themselves. */
    private void scroll(Event event) {
        boolean down = event.keyCode == SWT.PAGE_DOWN;
        boolean ours = !(event.widget instanceof Table) && !(event.widget instanceof Text);
        if (ours
                && (down || event.keyCode == SWT.PAGE_UP)
                && isVisible()
                && getShell() == getDisplay().getActiveShell()) {
            int page = scrolled.getClientArea().height;
            Point origin = scrolled.getOrigin();
            scrolled.setOrigin(origin.x, origin.y + (down ? page : -page));
        }
    }

    /** Scrolls to the top, where new content has appeared. */
    public void scrollUp() {
        scrolled.setOrigin(scrolled.getOrigin().x, 0);
    }

    /** Scrolls to the top, or as far down as needed to show the control. */
    public void scrollTo(Control part) {
        scrollUp();
        scrolled.showControl(part);
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
