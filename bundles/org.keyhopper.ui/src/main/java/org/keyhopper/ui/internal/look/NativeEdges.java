package org.keyhopper.ui.internal.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.swt.widgets.Display;

/**
 * Gives GTK fields, check boxes and radio buttons visible borders; those of the GTK themes hardly differ from our
 * backgrounds. Also adds space between check boxes or radio buttons and their labels.
 */
final class NativeEdges {

    private static final String KEY = "org.keyhopper.edges";

    /** A priority above the style that SWT sets for a single widget. */
    private static final int PRIORITY_USER = 800;

    private static final Pattern INK = Pattern.compile("@([A-Z_]+)");
    private static final String RULES = rules();

    private NativeEdges() {}

    /** Must be called on GTK only. */
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
        return INK.matcher(RULES).replaceAll(name -> hex(ColorRole.valueOf(name.group(1)), dark));
    }

    private static String rules() {
        try (InputStream in = NativeEdges.class.getResourceAsStream("/look/native-edges.css")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(ColorRole role, boolean dark) {
        return "#%06x".formatted(dark ? role.dark : role.light);
    }

    private static Method method(String type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        return Class.forName("org.eclipse.swt.internal." + type, true, Display.class.getClassLoader())
                .getMethod(name, parameters);
    }
}
