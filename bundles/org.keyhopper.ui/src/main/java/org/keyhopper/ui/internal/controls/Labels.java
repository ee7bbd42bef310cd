package org.keyhopper.ui.internal.controls;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Widget;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;

/** Creates labels and changes their text without needless repaints. */
public final class Labels {

    private static final String ID = "org.keyhopper.id";

    private Labels() {}

    /** Creates a label on a card. */
    public static Label label(Composite parent, FontRole type, ColorRole front) {
        return Theme.of(parent).applyText(new Label(parent, SWT.NONE), front, type);
    }

    /** Creates a label that wraps. */
    public static Label wrapped(Composite parent, FontRole type, ColorRole front) {
        Label label = Theme.of(parent).applyText(new Label(parent, SWT.WRAP), front, type);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** Returns the text, truncated with an ellipsis if it is wider than the given width. */
    public static String shortened(GC gc, String text, int width) {
        int wide = text.length() < 2 ? 0 : gc.textExtent(text).x;
        if (wide <= width) {
            return text;
        }
        // Each measurement costs as much as drawing, and this is nearly right.
        int fits = Math.max(1, text.length() * Math.max(0, width) / wide);
        while (fits > 1 && !fits(gc, text, fits, width)) {
            fits--;
        }
        while (fits + 1 < text.length() && fits(gc, text, fits + 1, width)) {
            fits++;
        }
        return text.substring(0, fits) + "…";
    }

    private static boolean fits(GC gc, String text, int length, int width) {
        return gc.textExtent(text.substring(0, length) + "…").x <= width;
    }

    /** Returns an address with break opportunities between its parts, so that no hyphen is inserted. */
    public static String breakable(String address) {
        return address.replaceAll("[@._-]", "$0\u200b");
    }

    /** Creates the heading of a card. */
    public static Label caption(Composite parent, String text) {
        Label label = label(parent, FontRole.CAPTION, ColorRole.MUTED);
        label.setText(text.toUpperCase(Locale.getDefault()));
        return label;
    }

    /** Sets the text; returns whether it changed, so that the parent needs a layout. */
    public static boolean set(Label label, String text) {
        String shown = text.replace("&", "&&");
        if (label.getText().equals(shown)) {
            return false;
        }
        label.setText(shown);
        return true;
    }

    /** Shows a control in a grid or excludes it; returns whether that changed, so that the parent needs a layout. */
    public static boolean visible(Control control, boolean visible) {
        GridData data = (GridData) control.getLayoutData();
        boolean moved = data.exclude == visible;
        data.exclude = !visible;
        control.setVisible(visible);
        return moved;
    }

    /** Sets the accessible name of a control whose visible label is separate. A mnemonic is removed. */
    public static <C extends Control> C accessibleName(C control, String text) {
        AccessibleName.name(control, text.replace("&", ""));
        return control;
    }

    /** Returns the id of a widget, if it has one. */
    public static Optional<String> id(Widget widget) {
        return Optional.ofNullable((String) widget.getData(ID));
    }

    /** Gives a widget an id by which tests and the help find it. */
    public static <W extends Widget> W withId(W widget, String id) {
        widget.setData(ID, id);
        return widget;
    }
}
