package org.keyhopper.ui.internal.controls;

import java.util.Locale;
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

/** Makes labels and changes their text without needless repaints. */
public final class Labels {

    private static final String ID = "org.keyhopper.id";

    private Labels() {}

    /** Makes a label on a sheet. */
    public static Label label(Composite parent, FontRole type, ColorRole front) {
        return Theme.of(parent).write(new Label(parent, SWT.NONE), front, type);
    }

    /** Makes a label that breaks its lines at the width it is given. */
    public static Label wrapped(Composite parent, FontRole type, ColorRole front) {
        Label label = Theme.of(parent).write(new Label(parent, SWT.WRAP), front, type);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** Returns as much of a text as fits, with an ellipsis where something is left out. */
    public static String shortened(GC gc, String text, int width) {
        int length = text.length();
        String shown = text;
        while (length > 1 && gc.textExtent(shown).x > width) {
            length--;
            shown = text.substring(0, length) + "…";
        }
        return shown;
    }

    /** Returns an address that breaks where its parts end, and not with a hyphen that is not in it. */
    public static String breakable(String address) {
        return address.replaceAll("[@._-]", "$0\u200b");
    }

    /** Makes the heading of a sheet. */
    public static Label caption(Composite parent, String text) {
        Label label = label(parent, FontRole.CAPTION, ColorRole.MUTED);
        label.setText(text.toUpperCase(Locale.getDefault()));
        return label;
    }

    /** Sets the text if it is another one; returns whether it was, so that the parent needs a layout. */
    public static boolean set(Label label, String text) {
        String shown = text.replace("&", "&&");
        if (label.getText().equals(shown)) {
            return false;
        }
        label.setText(shown);
        return true;
    }

    /** Shows a control in a grid, or leaves it out there; returns whether that changes something, so that the parent needs a layout. */
    public static boolean visible(Control control, boolean visible) {
        GridData data = (GridData) control.getLayoutData();
        boolean moved = data.exclude == visible;
        data.exclude = !visible;
        control.setVisible(visible);
        return moved;
    }

    /** Gives a control a name that is only spoken, for those who do not see what stands beside it. A mnemonic is left out. */
    public static <C extends Control> C spoken(C control, String text) {
        AccessibleName.name(control, text.replace("&", ""));
        return control;
    }

    /** Gives a widget a name by which tests find it. */
    public static <W extends Widget> W named(W widget, String id) {
        widget.setData(ID, id);
        return widget;
    }
}
