package org.keyhopper.ui.internal.look;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Widget;

/**
 * The colours and fonts of the window, one per display. Controls are assigned roles instead of colours and are
 * updated when the theme changes. UI thread only.
 */
public final class Theme {

    private static final String KEY = "org.keyhopper.look";
    private static final String COLORS = "org.keyhopper.clothes";

    /** Width in pixels of the sample text at the default font size. */
    private static final double USUAL_WIDTH = 192;

    /** Minimum height of the window, at the default font size, for the full layout. */
    private static final int ROOMY = 700;

    /** Minimum height of the window, at the default font size, for decorative elements. */
    private static final int LOW = 600;

    private static final String SAMPLE = "abcdefghijklmnopqrstuvwxyz";

    private final Display display;
    private final Map<FontRole, Font> fonts = new EnumMap<>(FontRole.class);
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean dark;
    private Optional<Boolean> nativeDark = Optional.empty();
    private double scale;
    private int height;
    private double factor = 1;

    private record Colors(Optional<ColorRole> back, ColorRole front) {}

    private Theme(Display display) {
        this.display = display;
    }

    public static Theme of(Widget widget) {
        return of(widget.getDisplay());
    }

    public static Theme of(Display display) {
        if (!(display.getData(KEY) instanceof Theme)) {
            display.setData(KEY, new Theme(display));
        }
        return (Theme) display.getData(KEY);
    }

    /**
     * Sets the size of all text in percent of the system's. Controls that exist keep theirs, and are to be created
     * anew.
     */
    public void setTextSize(int percent) {
        if (factor != percent / 100.0) {
            factor = percent / 100.0;
            scale = 0;
            fonts.clear();
            listeners.forEach(Runnable::run);
        }
    }

    /** Returns the size of all text in percent of the system's. */
    public int textSize() {
        return (int) Math.round(100 * factor);
    }

    /**
     * Sets the height of the window in pixels, for which controls are created from now on; 0 for as high as the
     * screen. Controls that exist keep theirs, and are to be created anew.
     */
    public void setHeight(int pixels) {
        if (height != pixels) {
            height = pixels;
            fonts.clear();
            listeners.forEach(Runnable::run);
        }
    }

    /** Returns whether controls would be created otherwise for a window of this height in pixels. */
    public boolean differsAt(int pixels) {
        return isRoomy(pixels) != isRoomy(pixels()) || isLow(pixels) != isLow(pixels());
    }

    /** Converts a length at the default font size to pixels at the user's font size. */
    public static int px(int length) {
        return (int) Math.round(length * of(Display.getCurrent()).scale());
    }

    /** Converts a gap, which is reduced in a low window. */
    public static int space(int length) {
        return hasRoom() ? length : (length * 3 + 2) / 5;
    }

    /** Returns whether the window is high enough for wide margins and large headings at the user's font size. */
    public static boolean hasRoom() {
        Theme theme = of(Display.getCurrent());
        return theme.isRoomy(theme.pixels());
    }

    /** Returns whether the window is so low that only essential elements are shown. */
    public static boolean isLow() {
        Theme theme = of(Display.getCurrent());
        return theme.isLow(theme.pixels());
    }

    private boolean isRoomy(int pixels) {
        return pixels >= ROOMY * scale();
    }

    private boolean isLow(int pixels) {
        return pixels < LOW * scale();
    }

    /** The screen is asked once: X11 has to answer, and each cell of a table needs this. */
    private int pixels() {
        if (height == 0) {
            height = display.getPrimaryMonitor().getClientArea().height;
        }
        return height;
    }

    private double scale() {
        if (scale == 0) {
            GC gc = new GC(display);
            gc.setFont(display.getSystemFont());
            scale = Math.max(1, factor * gc.textExtent(SAMPLE).x / USUAL_WIDTH);
            gc.dispose();
        }
        return scale;
    }

    public boolean isDark() {
        return dark;
    }

    /** Adds a listener that is called after the theme has changed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Changes the theme of all open windows. */
    public void setDark(boolean nowDark) {
        boolean changed = nowDark != nativeDark.orElseGet(Display::isSystemDarkTheme);
        nativeDark = Optional.of(nowDark);
        dark = nowDark;
        if (changed) {
            NativeTheme.apply(display, nowDark);
        }
        NativeTheme.applyEdges(display, nowDark);
        for (Shell shell : display.getShells()) {
            reapplyAll(shell);
        }
        listeners.forEach(Runnable::run);
    }

    public Color color(ColorRole role) {
        int value = dark ? role.dark : role.light;
        return new Color(new RGB(value >> 16, value >> 8 & 0xff, value & 0xff));
    }

    public Font font(FontRole type) {
        return fonts.computeIfAbsent(type, this::create);
    }

    private Font create(FontRole type) {
        FontData[] data = display.getSystemFont().getFontData();
        for (FontData one : data) {
            double points = (one.getHeight() + type.added(hasRoom())) * factor;
            one.setHeight(Math.max(7, (int) Math.round(points)));
            one.setStyle(type.style);
        }
        Font font = new Font(display, data);
        // A control created before may still use it after the text size has changed.
        display.disposeExec(font::dispose);
        return font;
    }

    /** Applies colours to a control, now and whenever the theme changes. */
    public <C extends Control> C apply(C control, ColorRole back, ColorRole front) {
        control.setData(COLORS, new Colors(Optional.of(back), front));
        reapply(control);
        return control;
    }

    /** Applies colours and font to a control. */
    public <C extends Control> C apply(C control, ColorRole back, ColorRole front, FontRole type) {
        control.setFont(font(type));
        return apply(control, back, front);
    }

    /** Applies text colour and font to a control; the background is inherited. */
    public <C extends Control> C applyText(C control, ColorRole front, FontRole type) {
        control.setFont(font(type));
        control.setData(COLORS, new Colors(Optional.empty(), front));
        reapply(control);
        return control;
    }

    private void reapply(Control control) {
        if (control.getData(COLORS) instanceof Colors(Optional<ColorRole> back, ColorRole front)) {
            back.ifPresent(role -> control.setBackground(color(role)));
            control.setForeground(color(front));
            if (control instanceof Table table) {
                table.setHeaderBackground(color(ColorRole.SURFACE));
                table.setHeaderForeground(color(ColorRole.MUTED));
            }
        }
    }

    private void reapplyAll(Control control) {
        reapply(control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                reapplyAll(child);
            }
        }
        control.redraw();
    }
}
