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
 * The colours and fonts of the desk, one per display. A control is dressed in roles, not in colours, and changes its
 * clothes by itself when the theme changes. UI thread only.
 */
public final class Theme {

    private static final String KEY = "org.keyhopper.look";
    private static final String CLOTHES = "org.keyhopper.clothes";

    /** How wide this is, in pixels, in the text for which lengths are chosen. */
    private static final double USUAL_WIDTH = 192;

    /** How high a screen is, in text of the usual size, that has room for everything. */
    private static final int ROOMY = 700;

    /** How high a screen must be to have room for what is only good to look at. */
    private static final int LOW = 600;

    private static final String SAMPLE = "abcdefghijklmnopqrstuvwxyz";

    private final Display display;
    private final Map<FontRole, Font> fonts = new EnumMap<>(FontRole.class);
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean dark;
    private Optional<Boolean> told = Optional.empty();
    private double scale;
    private double height;

    private record Clothes(Optional<ColorRole> back, ColorRole front) {}

    private Theme(Display display) {
        this.display = display;
        display.disposeExec(() -> fonts.values().forEach(Font::dispose));
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
     * Returns a length that was chosen for text of the usual size as it should be for the text that a person has set: words
     * that are twice as wide need twice the room.
     */
    public static int px(int length) {
        return (int) Math.round(length * of(Display.getCurrent()).scale());
    }

    /** Returns a length that only keeps things apart: less where the screen is low for the text that a person has set. */
    public static int space(int length) {
        return hasRoom() ? length : (length * 3 + 2) / 5;
    }

    /** Returns whether the screen is high enough, for the text that a person has set, for wide margins and large headings. */
    public static boolean hasRoom() {
        return of(Display.getCurrent()).height() >= ROOMY;
    }

    /** Returns whether it is so low that only what the work needs has room. */
    public static boolean isLow() {
        return of(Display.getCurrent()).height() < LOW;
    }

    private double height() {
        if (height == 0) {
            height = display.getPrimaryMonitor().getClientArea().height / scale();
        }
        return height;
    }

    private double scale() {
        if (scale == 0) {
            GC gc = new GC(display);
            gc.setFont(display.getSystemFont());
            scale = Math.max(1, gc.textExtent(SAMPLE).x / USUAL_WIDTH);
            gc.dispose();
        }
        return scale;
    }

    public boolean isDark() {
        return dark;
    }

    /** Calls back after the theme changed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Changes the theme of everything that is open. */
    public void setDark(boolean nowDark) {
        boolean changed = nowDark != told.orElseGet(Display::isSystemDarkTheme);
        told = Optional.of(nowDark);
        dark = nowDark;
        if (changed) {
            NativeTheme.apply(display, nowDark);
        }
        NativeTheme.applyEdges(display, nowDark);
        for (Shell shell : display.getShells()) {
            wearAgain(shell);
        }
        listeners.forEach(Runnable::run);
    }

    /** Tells the window system the theme again, after somebody else has told it another one. */
    public void insist() {
        if (dark) {
            NativeTheme.apply(display, true);
            NativeTheme.applyEdges(display, true);
        }
    }

    public Color color(ColorRole ink) {
        int value = dark ? ink.dark : ink.light;
        return new Color(new RGB(value >> 16, value >> 8 & 0xff, value & 0xff));
    }

    public Font font(FontRole type) {
        return fonts.computeIfAbsent(type, this::create);
    }

    private Font create(FontRole type) {
        FontData[] data = display.getSystemFont().getFontData();
        for (FontData one : data) {
            one.setHeight(Math.max(7, one.getHeight() + type.added(hasRoom())));
            one.setStyle(type.style);
        }
        return new Font(display, data);
    }

    /** Gives a control its colours now and at every change of theme. */
    public <C extends Control> C dress(C control, ColorRole back, ColorRole front) {
        control.setData(CLOTHES, new Clothes(Optional.of(back), front));
        wear(control);
        return control;
    }

    /** Gives a control its colours and font. */
    public <C extends Control> C dress(C control, ColorRole back, ColorRole front, FontRole type) {
        control.setFont(font(type));
        return dress(control, back, front);
    }

    /** Gives a control the colour of its words and its font; the ground is that of whatever it lies on. */
    public <C extends Control> C write(C control, ColorRole front, FontRole type) {
        control.setFont(font(type));
        control.setData(CLOTHES, new Clothes(Optional.empty(), front));
        wear(control);
        return control;
    }

    private void wear(Control control) {
        if (control.getData(CLOTHES) instanceof Clothes(Optional<ColorRole> back, ColorRole front)) {
            back.ifPresent(ink -> control.setBackground(color(ink)));
            control.setForeground(color(front));
            if (control instanceof Table table) {
                table.setHeaderBackground(color(ColorRole.SURFACE));
                table.setHeaderForeground(color(ColorRole.MUTED));
            }
        }
    }

    private void wearAgain(Control control) {
        wear(control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                wearAgain(child);
            }
        }
        control.redraw();
    }
}
