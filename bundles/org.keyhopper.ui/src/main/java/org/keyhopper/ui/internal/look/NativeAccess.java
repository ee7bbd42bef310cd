package org.keyhopper.ui.internal.look;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports accessibility states to GTK that SWT does not report; Windows and macOS determine them themselves. Calls
 * non-public SWT methods by reflection; if they are missing, only the accessibility information is incomplete.
 */
public final class NativeAccess {

    private static final Logger LOG = LoggerFactory.getLogger(NativeAccess.class);
    private static final boolean GTK = "gtk".equals(SWT.getPlatform());
    private static final byte[] WIDGET = "widget\0".getBytes(StandardCharsets.US_ASCII);

    private NativeAccess() {}

    /**
     * Reports whether a custom-drawn control is enabled; call it after {@link Control#setEnabled}. An SWT
     * accessibility listener can add a state, but cannot remove "enabled".
     */
    public static void reportEnabled(Control control, boolean enabled) {
        if (GTK) {
            attempt(() -> method("gtk.GTK", "gtk_widget_set_sensitive", long.class, boolean.class)
                    .invoke(null, handle(control), enabled));
        }
    }

    /**
     * Detaches the accessible of a control before the control is disposed. SWT leaves it attached
     * (eclipse.platform.swt issues 930 and 2845), and a screen reader that queries it afterwards crashes the process
     * with a memory fault.
     */
    public static void detachDisposedAccessibles(Display display) {
        if (GTK) {
            display.addFilter(SWT.Dispose, event -> {
                if (event.widget instanceof Control control && !control.isDisposed()) {
                    attempt(() -> part(control));
                }
            });
        }
    }

    /** A control may consist of several nested GTK widgets. */
    private static void part(Control control) throws ReflectiveOperationException {
        long end = control.getParent() == null ? 0 : handle(control.getParent());
        long ours = (long) method("gtk.OS", "swt_fixed_get_type").invoke(null);
        for (long part = handle(control); part != 0 && part != end; part = parent(part)) {
            long type = (long) method("gtk.OS", "G_OBJECT_TYPE", long.class).invoke(null, part);
            if ((boolean)
                    method("gtk.OS", "g_type_is_a", long.class, long.class).invoke(null, type, ours)) {
                forget(part);
            }
        }
    }

    private static long parent(long part) throws ReflectiveOperationException {
        return (long) method("gtk.GTK", "gtk_widget_get_parent", long.class).invoke(null, part);
    }

    private static void forget(long part) throws ReflectiveOperationException {
        long accessible = (long)
                method("gtk3.GTK3", "gtk_widget_get_accessible", long.class).invoke(null, part);
        method("gtk.OS", "g_object_set", long.class, byte[].class, long.class, long.class)
                .invoke(null, accessible, WIDGET, 0L, 0L);
    }

    private static long handle(Control control) throws ReflectiveOperationException {
        return Control.class.getField("handle").getLong(control);
    }

    private static Method method(String type, String name, Class<?>... parameters) throws ReflectiveOperationException {
        return Class.forName("org.eclipse.swt.internal." + type, true, Display.class.getClassLoader())
                .getMethod(name, parameters);
    }

    @FunctionalInterface
    private interface Native {
        void run() throws ReflectiveOperationException;
    }

    private static void attempt(Native call) {
        try {
            call.run();
        } catch (InvocationTargetException | LinkageError e) {
            LOG.warn("Accessibility states cannot be reported to GTK", e);
        } catch (ReflectiveOperationException e) {
            LOG.info("Accessibility states cannot be reported to GTK: {}", e.toString());
        }
    }
}
