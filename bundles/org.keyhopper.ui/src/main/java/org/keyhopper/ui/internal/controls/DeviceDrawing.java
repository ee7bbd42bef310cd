package org.keyhopper.ui.internal.controls;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Transform;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.Theme;

/** Draws a device: a card with contacts, a contactless card, a security key, or an empty slot. */
public final class DeviceDrawing {

    static final int WIDTH = 172;
    static final int HEIGHT = 110;

    private final Theme theme;

    private DeviceDrawing(Theme theme) {
        this.theme = theme;
    }

    static void paint(GC gc, Theme theme, Optional<DeviceKind> kind) {
        new DeviceDrawing(theme).paint(gc, kind);
    }

    /** Draws a small device with its top left corner at the given point. */
    public static void paintSmall(GC gc, Theme theme, DeviceKind kind, Point at, float scale) {
        Transform transform = new Transform(gc.getDevice());
        gc.getTransform(transform);
        Transform smaller = new Transform(gc.getDevice());
        gc.getTransform(smaller);
        smaller.translate(at.x, at.y);
        smaller.scale(scale, scale);
        gc.setTransform(smaller);
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(3);
        paint(gc, theme, Optional.of(kind));
        gc.setTransform(transform);
        gc.setLineWidth(1);
        smaller.dispose();
        transform.dispose();
    }

    private void paint(GC gc, Optional<DeviceKind> kind) {
        if (kind.isEmpty()) {
            outline(gc);
            return;
        }
        switch (kind.get()) {
            case CONTACT_CARD -> {
                card(gc);
                chip(gc, 28, 34);
            }
            case CONTACTLESS_CARD -> {
                card(gc);
                waves(gc);
            }
            case USB_KEY -> key(gc);
        }
    }

    private void outline(GC gc) {
        gc.setForeground(color(ColorRole.CARD_EDGE));
        gc.setLineStyle(SWT.LINE_DASH);
        gc.drawRoundRectangle(8, 6, WIDTH - 16, HEIGHT - 12, 24, 24);
    }

    private void card(GC gc) {
        gc.setBackground(color(ColorRole.CARD_FACE));
        gc.setForeground(color(ColorRole.CARD_EDGE));
        gc.fillRoundRectangle(8, 6, WIDTH - 16, HEIGHT - 12, 24, 24);
        gc.drawRoundRectangle(8, 6, WIDTH - 16, HEIGHT - 12, 24, 24);
    }

    private void chip(GC gc, int x, int y) {
        gc.setBackground(color(ColorRole.CHIP));
        gc.setForeground(color(ColorRole.CHIP_EDGE));
        gc.fillRoundRectangle(x, y, 32, 26, 8, 8);
        gc.setLineWidth(1);
        gc.drawRoundRectangle(x, y, 32, 26, 8, 8);
        gc.drawLine(x, y + 13, x + 11, y + 13);
        gc.drawLine(x + 21, y + 13, x + 32, y + 13);
        gc.drawRectangle(x + 11, y + 7, 10, 12);
        gc.setLineWidth(2);
    }

    private void waves(GC gc) {
        gc.setForeground(color(ColorRole.ACCENT));
        gc.setLineWidth(3);
        for (int i = 0; i < 3; i++) {
            int radius = 12 + i * 11;
            gc.drawArc(WIDTH / 2 - 20 - radius, HEIGHT / 2 - 8 - radius, 2 * radius, 2 * radius, -40, 80);
        }
        gc.setLineWidth(2);
    }

    private void key(GC gc) {
        gc.setBackground(color(ColorRole.CARD_FACE));
        gc.setForeground(color(ColorRole.CARD_EDGE));
        gc.fillRoundRectangle(14, 26, 104, 58, 22, 22);
        gc.drawRoundRectangle(14, 26, 104, 58, 22, 22);
        gc.fillRectangle(118, 36, 38, 38);
        gc.drawRectangle(118, 36, 38, 38);
        gc.drawRectangle(138, 44, 8, 8);
        gc.drawRectangle(138, 58, 8, 8);
        gc.setBackground(color(ColorRole.CHIP));
        gc.setForeground(color(ColorRole.CHIP_EDGE));
        gc.fillOval(52, 32, 22, 22);
        gc.drawOval(52, 32, 22, 22);
    }

    private Color color(ColorRole role) {
        return theme.color(role);
    }
}
