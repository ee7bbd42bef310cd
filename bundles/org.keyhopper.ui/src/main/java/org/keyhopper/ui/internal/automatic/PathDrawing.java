package org.keyhopper.ui.internal.automatic;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.automatic.CardPath;
import org.keyhopper.ui.model.automatic.CardPath.Box;

/** Draws the card path. Repaints only while a card moves; screen readers get a description in words. */
final class PathDrawing extends Canvas {

    private static final int FRAME = 20;
    private static final int LEAST_HEIGHT = 130;

    private final PathAnimation animation = new PathAnimation();
    private final PathPainter painter = new PathPainter(this);
    private CardPath path = new CardPath(empty(), empty(), empty(), empty(), empty(), List.of(), "");
    private boolean ticking;
    private long last;

    PathDrawing(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addPaintListener(event -> painter.paint(event.gc, path, animation.coordinates()));
        describe();
    }

    private static Box empty() {
        return new Box("", "", Tint.NEUTRAL);
    }

    void show(CardPath next) {
        if (next.equals(path)) {
            return;
        }
        path = next;
        animation.show(next.tokens());
        redraw();
        if (!ticking && animation.isMoving()) {
            ticking = true;
            last = System.nanoTime();
            getDisplay().timerExec(FRAME, this::tick);
        }
    }

    private void tick() {
        if (isDisposed()) {
            return;
        }
        long now = System.nanoTime();
        ticking = animation.step((now - last) / 1e9);
        last = now;
        redraw();
        if (ticking) {
            getDisplay().timerExec(FRAME, this::tick);
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(
                widthHint == SWT.DEFAULT ? 420 : widthHint,
                heightHint == SWT.DEFAULT ? Theme.px(LEAST_HEIGHT) : heightHint);
    }

    private void describe() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = path.description();
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_GRAPHIC;
            }
        });
    }
}
