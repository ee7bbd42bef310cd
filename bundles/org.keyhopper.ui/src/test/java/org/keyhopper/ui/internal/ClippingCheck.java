package org.keyhopper.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Badge;

/** Finds controls in an open window that are smaller than their text or lie outside their parent. */
final class ClippingCheck {

    /** Tolerance in pixels for rounding and for borders. */
    private static final int SLACK = 2;

    private static final int BUTTON_EDGES = 12;
    private static final int BUTTON_MARGINS = 16;

    private ClippingCheck() {}

    static List<String> in(Shell shell) {
        List<String> found = new ArrayList<>();
        check(shell, found);
        return found;
    }

    private static void check(Composite composite, List<String> found) {
        Rectangle room = composite.getClientArea();
        for (Control child : composite.getChildren()) {
            if (!child.isVisible()) {
                continue;
            }
            Rectangle bounds = child.getBounds();
            boolean scrolls = composite instanceof ScrolledComposite;
            if (!scrolls
                    && (bounds.x + bounds.width > room.width + SLACK
                            || bounds.y + bounds.height > room.height + SLACK)) {
                found.add("outside: " + describe(child) + " " + bounds + " in " + room.width + " x " + room.height);
            }
            Point wanted = wanted(child);
            if (bounds.width < wanted.x - SLACK || bounds.height < wanted.y - SLACK) {
                found.add("cut: " + describe(child) + " takes " + wanted.x + " x " + wanted.y + " and has "
                        + bounds.width + " x " + bounds.height);
            }
            if (child instanceof Composite inner && !(child instanceof Combo)) {
                check(inner, found);
            }
        }
    }

    private static Point wanted(Control control) {
        return switch (control) {
            case Label label
            when (label.getStyle() & SWT.WRAP) != 0 ->
                new Point(0, label.getText().isEmpty() ? 0 : label.computeSize(label.getSize().x, SWT.DEFAULT).y);
            case Label label ->
                label.getText().isEmpty() ? new Point(0, 0) : label.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            case ActionControl button -> label(button);
            case Button button -> button.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            case Badge badge -> badge.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            case Combo combo -> combo.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            default -> new Point(0, 0);
        };
    }

    /** The hint beside a button's label may be omitted when space is short. */
    private static Point label(ActionControl button) {
        GC gc = new GC(button);
        gc.setFont(button.getFont());
        int widest = Stream.of(button.text().split(" (?!…)"))
                .mapToInt(word -> gc.textExtent(word, SWT.DRAW_MNEMONIC).x)
                .max()
                .orElse(0);
        gc.dispose();
        int high = button.computeSize(button.getSize().x, SWT.DEFAULT).y;
        return new Point(widest + BUTTON_EDGES, high - BUTTON_MARGINS);
    }

    private static String describe(Control control) {
        String text =
                switch (control) {
                    case Label label -> label.getText();
                    case ActionControl button -> button.text();
                    case Button button -> button.getText();
                    default -> "";
                };
        Object id = control.getData("org.keyhopper.id");
        return control.getClass().getSimpleName()
                + (id == null ? "" : " " + id)
                + (text.isEmpty() ? "" : " '" + text + "'");
    }
}
