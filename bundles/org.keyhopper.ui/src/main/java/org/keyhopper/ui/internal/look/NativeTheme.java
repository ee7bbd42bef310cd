package org.keyhopper.ui.internal.look;

import java.lang.reflect.Method;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the theme of native widgets such as scroll bars, check boxes and title bars. SWT has no public method for it;
 * if the call fails, the native theme is kept.
 */
final class NativeTheme {

    private static final Logger LOG = LoggerFactory.getLogger(NativeTheme.class);

    private NativeTheme() {}

    static void apply(Display display, boolean dark) {
        switch (SWT.getPlatform()) {
            case "gtk" -> call("org.eclipse.swt.internal.gtk.OS", "setDarkThemePreferred", dark);
            case "win32" -> call("org.eclipse.swt.internal.win32.OS", "setTheme", dark);
            case "cocoa" -> display.setData("org.eclipse.swt.internal.cocoa.theme", dark ? "dark" : "light");
            default -> LOG.debug("No native theme on {}", SWT.getPlatform());
        }
    }

    static void applyEdges(Display display, boolean dark) {
        if (!SWT.getPlatform().equals("gtk")) {
            return;
        }
        try {
            NativeEdges.apply(display, dark);
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.info("The borders of native fields cannot be styled: {}", e.toString());
        }
    }

    private static void call(String type, String method, boolean dark) {
        try {
            Class<?> system = Class.forName(type, true, Display.class.getClassLoader());
            Method setter = system.getMethod(method, boolean.class);
            setter.invoke(null, dark);
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.info("The native theme cannot be set: {}", e.toString());
        }
    }
}
