package org.keyhopper.ui.internal.look;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import org.eclipse.swt.widgets.Display;

/**
 * Gives fields, check boxes and radio buttons of GTK edges that are seen on the dark ground, since those of its own dark theme
 * are darker than that; and keeps the words of check boxes and radio buttons apart from them.
 */
final class NativeEdges {

    private static final String KEY = "org.keyhopper.edges";

    /** Above what SWT says for a single widget. */
    private static final int PRIORITY_USER = 800;

    private static final String ALWAYS = rule("checkbutton check, radiobutton radio", "margin-right: 6px; ");

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
        byte[] css = (ALWAYS + (dark ? dark() : "")).getBytes(StandardCharsets.US_ASCII);
        method("gtk3.GTK3", "gtk_css_provider_load_from_data", long.class, byte[].class, long.class, long[].class)
                .invoke(null, display.getData(KEY), css, (long) css.length, null);
    }

    private static String dark() {
        String field = "background-image: none; background-color: %s; border-color: %s; "
                .formatted(hex(Ink.FIELD), hex(Ink.CARD_EDGE));
        String mark = "background-image: none; background-color: %s; border-color: %s; "
                .formatted(hex(Ink.FIELD), hex(Ink.MUTED));
        String chosen = "border-color: %s; ".formatted(hex(Ink.ACCENT_HOVER));
        String off = "border-color: %s; ".formatted(hex(Ink.LINE));
        return rule("entry, spinbutton, combobox button", field)
                + rule(
                        "spinbutton button",
                        "background-image: none; background-color: transparent; border-color: transparent; ")
                + rule("check:not(:checked), radio:not(:checked)", mark)
                + rule("entry:focus, spinbutton:focus, combobox button:focus", chosen)
                + rule(
                        "entry:disabled, spinbutton:disabled, combobox button:disabled, check:disabled, radio:disabled",
                        off);
    }

    private static String rule(String what, String how) {
        return what + " { " + how + "}\n";
    }

    private static String hex(Ink ink) {
        return "#%06x".formatted(ink.dark);
    }

    private static Method method(String type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        return Class.forName("org.eclipse.swt.internal." + type, true, Display.class.getClassLoader())
                .getMethod(name, parameters);
    }
}
