package org.keyhopper.ui.internal.controls;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.NativeAccess;
import org.keyhopper.ui.internal.look.Theme;

/**
 * A custom-drawn push button; native buttons cannot be enlarged or coloured on every platform. Space, Enter, its
 * mnemonic and a click trigger it; screen readers report a push button.
 */
public final class ActionControl extends Canvas {

    /** How the button is drawn. */
    public enum Style {
        /** Large and coloured: the default button of a perspective. */
        MAIN,
        /** Coloured, in normal size: the default button of a dialog. */
        PRIMARY,
        PLAIN,
        DANGER,
        /** A tab that is not selected. */
        TAB,
        /** The selected tab. */
        CHOSEN_TAB
    }

    /** Sizes by width hint; layouts ask often, and measuring text is slow. */
    private final Map<Integer, Point> sizes = new HashMap<>();

    private final ActionPainter painter = new ActionPainter(this);
    private String text = "";
    private String hint = "";
    private Style style = Style.PLAIN;
    private Runnable action = () -> {};
    private boolean hot;

    public ActionControl(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        setFont(Theme.of(this).font(FontRole.BODY));
        addPaintListener(event -> painter.paint(event.gc));
        addListener(SWT.MouseEnter, event -> setHot(true));
        addListener(SWT.MouseExit, event -> setHot(false));
        addListener(SWT.MouseUp, this::mouseUp);
        addListener(SWT.KeyDown, this::keyDown);
        addListener(SWT.Traverse, this::traverse);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        ActionAccessible.describe(this);
    }

    /**
     * Shows a label (mnemonic marked by {@code &}) and a hint in a smaller font, and runs {@code next} when pressed.
     */
    public void show(String label, String smaller, Style nextStyle, Runnable next) {
        action = next;
        if (!label.equals(text) || !smaller.equals(hint) || nextStyle != style) {
            text = label;
            hint = smaller;
            boolean turned = isTab() && style != nextStyle;
            style = nextStyle;
            if (turned) {
                ActionAccessible.notifySelection(this);
            }
            setFont(Theme.of(this).font(type()));
            redraw();
        }
    }

    public String text() {
        return text;
    }

    private FontRole type() {
        return switch (style) {
            case MAIN -> FontRole.BIG_BUTTON;
            case PRIMARY, CHOSEN_TAB -> FontRole.STRONG;
            case PLAIN, DANGER, TAB -> FontRole.BODY;
        };
    }

    String hint() {
        return hint;
    }

    boolean isTab() {
        return style == Style.TAB || style == Style.CHOSEN_TAB;
    }

    Style style() {
        return style;
    }

    boolean isHot() {
        return hot;
    }

    /** Runs the button's action. */
    public void press() {
        if (isEnabled() && isVisible()) {
            action.run();
        }
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        NativeAccess.reportEnabled(this, enabled);
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Point size = sizes.computeIfAbsent(widthHint, this::measure);
        return new Point(size.x, heightHint == SWT.DEFAULT ? size.y : heightHint);
    }

    private Point measure(int widthHint) {
        GC gc = new GC(this);
        int width = widthHint == SWT.DEFAULT ? painter.extent(gc).x + 40 : widthHint;
        int words = painter.height(gc, width);
        gc.dispose();
        return new Point(width, words + Theme.space(style == Style.MAIN ? 34 : 20));
    }

    @Override
    public void setFont(Font font) {
        super.setFont(font);
        sizes.clear();
    }

    private void setHot(boolean next) {
        hot = next;
        redraw();
    }

    private void mouseUp(Event event) {
        if (event.button == 1 && getClientArea().contains(event.x, event.y)) {
            setFocus();
            press();
        }
    }

    private void keyDown(Event event) {
        boolean enter = event.character == ' ' || event.character == SWT.CR || event.keyCode == SWT.KEYPAD_CR;
        boolean alt = (event.stateMask & SWT.ALT) != 0 && isMnemonic(event.character);
        if (enter || alt) {
            press();
        }
    }

    private void traverse(Event event) {
        switch (event.detail) {
            case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS, SWT.TRAVERSE_ESCAPE -> event.doit = true;
            case SWT.TRAVERSE_ARROW_NEXT, SWT.TRAVERSE_ARROW_PREVIOUS -> event.doit = true;
            case SWT.TRAVERSE_MNEMONIC -> {
                if (isMnemonic(event.character)) {
                    event.detail = SWT.TRAVERSE_NONE;
                    event.doit = true;
                    press();
                }
            }
            default -> event.doit = false;
        }
    }

    private boolean isMnemonic(char character) {
        return character != 0 && Character.toLowerCase(character) == mnemonic();
    }

    /** Returns the mnemonic in lower case; 0 if there is none. */
    char mnemonic() {
        int mark = text.replace("&&", "  ").indexOf('&');
        return mark < 0 || mark + 1 >= text.length() ? 0 : Character.toLowerCase(text.charAt(mark + 1));
    }
}
