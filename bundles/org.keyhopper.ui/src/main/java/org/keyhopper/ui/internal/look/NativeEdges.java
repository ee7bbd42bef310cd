package org.keyhopper.ui.internal.look;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import org.eclipse.swt.widgets.Display;

/**
 * Gives fields, check boxes and radio buttons of GTK edges that are seen: those of its own themes hardly differ from our
 * grounds. Keeps the words of check boxes and radio buttons apart from them.
 */
final class NativeEdges {

    private static final String KEY = "org.keyhopper.edges";

    /** Above what SWT says for a single widget. */
    private static final int PRIORITY_USER = 800;

    private NativeEdges() {}

    /** To be called on GTK only. */
    static void apply(Display display, boolean dark) throws ReflectiveOperationException {
        if (display.getData(KEY) == null) {
            long added = (long) method("gtk.GTK", "gtk_css_provider_new").invoke(null);
            long screen = (long) method("gtk.GDK", "gdk_screen_get_default").invoke(null);
            method("gtk3.GTK3", "gtk_style_context_add_provider_for_screen", long.class, long.class, int.class)
                    .invoke(null, screen, added, PRIORITY_USER);
            display.setData(KEY, added);
        }
        byte[] css = css(dark).getBytes(StandardCharsets.US_ASCII);
        method("gtk3.GTK3", "gtk_css_provider_load_from_data", long.class, byte[].class, long.class, long[].class)
                .invoke(null, display.getData(KEY), css, (long) css.length, null);
    }

    private static String css(boolean dark) {
        String usable = "background-image: none; background-color: %s; border-color: %s; "
                .formatted(hex(Ink.FIELD, dark), hex(Ink.EDGE, dark));
        String chosen = "background-image: none; background-color: %1$s; border-color: %1$s; color: %2$s; "
                .formatted(hex(Ink.ACCENT, dark), hex(Ink.ON_ACCENT, dark));
        String inside = "background-image: none; background-color: transparent; border-color: transparent; ";
        return rule("checkbutton check, radiobutton radio", "margin-right: 6px; ")
                + rule("entry:not(:disabled), spinbutton:not(:disabled), combobox button:not(:disabled)", usable)
                + rule("spinbutton button", inside)
                + rule("treeview header button", "border-color: %s; ".formatted(hex(Ink.LINE, dark)))
                + rule("check:not(:checked):not(:disabled), radio:not(:checked):not(:disabled)", usable)
                + rule("check:checked:not(:disabled), radio:checked:not(:disabled)", chosen)
                + rule(
                        "entry:focus, spinbutton:focus, combobox button:focus",
                        "border-color: %s; ".formatted(hex(Ink.ACCENT, dark)));
    }

    private static String rule(String what, String how) {
        return what + " { " + how + "}\n";
    }

    private static String hex(Ink ink, boolean dark) {
        return "#%06x".formatted(dark ? ink.dark : ink.light);
    }

    private static Method method(String type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        return Class.forName("org.eclipse.swt.internal." + type, true, Display.class.getClassLoader())
                .getMethod(name, parameters);
    }
}
