package org.keyhopper.ui.internal.controls;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Icons;
import org.keyhopper.ui.internal.look.Theme;

/** One perspective in the navigation rail: an icon and its label. */
final class NavigationRailItem extends Canvas {

    static final int WIDTH = 84;
    private static final int LABEL = 50;
    private static final int BELOW = 13;
    private static final int EDGE = 6;
    private static final int ICON = 28;

    private final String label;
    private final Image icon;
    private final Runnable action;
    private boolean chosen;
    private boolean hot;

    NavigationRailItem(Composite parent, String label, String icon, Runnable action) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.label = label;
        this.icon = Icons.of(getDisplay()).get(icon);
        this.action = action;
        addPaintListener(event -> paint(event.gc));
        addListener(SWT.MouseDown, event -> action.run());
        addListener(SWT.MouseEnter, event -> setHot(true));
        addListener(SWT.MouseExit, event -> setHot(false));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.KeyDown, this::keyDown);
        addListener(SWT.Traverse, this::traverse);
        describe();
    }

    void setChosen(boolean next) {
        chosen = next;
        redraw();
    }

    private void setHot(boolean next) {
        hot = next;
        redraw();
    }

    private void keyDown(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN, SWT.ARROW_RIGHT -> walk(1);
            case SWT.ARROW_UP, SWT.ARROW_LEFT -> walk(-1);
            case ' ', SWT.CR, SWT.KEYPAD_CR -> action.run();
            default -> {}
        }
    }

    /** Focuses a neighbour, wrapping around at the ends. */
    private void walk(int step) {
        List<Control> items = List.of(getParent().getChildren());
        items.get(Math.floorMod(items.indexOf(this) + step, items.size())).setFocus();
    }

    /** Tab leaves the item; the item handles all other traversal keys. */
    private void traverse(Event event) {
        event.doit = switch (event.detail) {
            case SWT.TRAVERSE_RETURN, SWT.TRAVERSE_ARROW_NEXT, SWT.TRAVERSE_ARROW_PREVIOUS -> false;
            default -> true;
        };
    }

    private void paint(GC gc) {
        Theme theme = Theme.of(this);
        Rectangle area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(chosen || hot ? ColorRole.RAIL_ACTIVE : ColorRole.RAIL));
        gc.fillRectangle(area);
        if (chosen) {
            gc.setBackground(theme.color(ColorRole.RAIL_MARK));
            gc.fillRectangle(0, 0, 4, area.height);
        }
        Rectangle size = icon.getBounds();
        gc.drawImage(icon, 0, 0, size.width, size.height, (area.width - ICON) / 2, 13, ICON, ICON);
        gc.setFont(theme.font(chosen ? FontRole.CAPTION : FontRole.RAIL));
        gc.setForeground(theme.color(chosen ? ColorRole.ON_ACCENT : ColorRole.RAIL_TEXT));
        Point extent = gc.textExtent(label, SWT.DRAW_TRANSPARENT);
        gc.drawText(label, Math.max(2, (area.width - extent.x) / 2), LABEL, SWT.DRAW_TRANSPARENT);
        if (isFocusControl()) {
            gc.setForeground(theme.color(ColorRole.RAIL_MARK));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(7, 3, area.width - 11, area.height - 7, 8, 8);
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        gc.setFont(Theme.of(this).font(FontRole.CAPTION));
        Point extent = gc.textExtent(label, SWT.DRAW_TRANSPARENT);
        gc.dispose();
        return new Point(Math.max(WIDTH, extent.x + 2 * EDGE), LABEL + extent.y + BELOW);
    }

    private void describe() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = label;
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_RADIOBUTTON;
            }

            @Override
            public void getState(AccessibleControlEvent event) {
                event.detail = ACC.STATE_FOCUSABLE | (chosen ? ACC.STATE_CHECKED | ACC.STATE_SELECTED : 0);
            }
        });
    }
}
