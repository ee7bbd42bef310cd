package org.keyhopper.ui.internal.controls;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.ui.internal.look.Ink;
import org.keyhopper.ui.internal.look.Look;
import org.keyhopper.ui.internal.look.Type;

/** A drawing of what lies in the reader or sits in the port: a card with a chip, one with waves, a key, or nothing. */
public final class DevicePicture extends Canvas {

    private static final int WIDTH = 172;
    private static final int HEIGHT = 110;

    private Optional<DeviceKind> kind = Optional.empty();
    private String caption = "";

    public DevicePicture(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addPaintListener(event -> {
            event.gc.setAntialias(SWT.ON);
            event.gc.setLineWidth(2);
            paint(event.gc);
        });
    }

    public void show(Optional<DeviceKind> next, String words) {
        kind = next;
        caption = words;
        redraw();
    }

    private void paint(GC gc) {
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
        words(gc);
    }

    private void outline(GC gc) {
        gc.setForeground(color(Ink.CARD_EDGE));
        gc.setLineStyle(SWT.LINE_DASH);
        gc.drawRoundRectangle(8, 6, WIDTH - 16, HEIGHT - 12, 24, 24);
    }

    private void card(GC gc) {
        gc.setBackground(color(Ink.CARD_FACE));
        gc.setForeground(color(Ink.CARD_EDGE));
        gc.fillRoundRectangle(8, 6, WIDTH - 16, HEIGHT - 12, 24, 24);
        gc.drawRoundRectangle(8, 6, WIDTH - 16, HEIGHT - 12, 24, 24);
    }

    private void chip(GC gc, int x, int y) {
        gc.setBackground(color(Ink.CHIP));
        gc.setForeground(color(Ink.CHIP_EDGE));
        gc.fillRoundRectangle(x, y, 32, 26, 8, 8);
        gc.setLineWidth(1);
        gc.drawRoundRectangle(x, y, 32, 26, 8, 8);
        gc.drawLine(x, y + 13, x + 11, y + 13);
        gc.drawLine(x + 21, y + 13, x + 32, y + 13);
        gc.drawRectangle(x + 11, y + 7, 10, 12);
        gc.setLineWidth(2);
    }

    private void waves(GC gc) {
        gc.setForeground(color(Ink.ACCENT));
        gc.setLineWidth(3);
        for (int i = 0; i < 3; i++) {
            int radius = 12 + i * 11;
            gc.drawArc(WIDTH / 2 - 20 - radius, HEIGHT / 2 - 8 - radius, 2 * radius, 2 * radius, -40, 80);
        }
        gc.setLineWidth(2);
    }

    private void key(GC gc) {
        gc.setBackground(color(Ink.CARD_FACE));
        gc.setForeground(color(Ink.CARD_EDGE));
        gc.fillRoundRectangle(14, 26, 104, 58, 22, 22);
        gc.drawRoundRectangle(14, 26, 104, 58, 22, 22);
        gc.fillRectangle(118, 36, 38, 38);
        gc.drawRectangle(118, 36, 38, 38);
        gc.drawRectangle(138, 44, 8, 8);
        gc.drawRectangle(138, 58, 8, 8);
        gc.setBackground(color(Ink.CHIP));
        gc.setForeground(color(Ink.CHIP_EDGE));
        gc.fillOval(52, 32, 22, 22);
        gc.drawOval(52, 32, 22, 22);
    }

    private void words(GC gc) {
        gc.setFont(Look.of(this).font(Type.SMALL));
        gc.setForeground(color(Ink.MUTED));
        Point extent = gc.textExtent(caption, SWT.DRAW_TRANSPARENT);
        boolean key = kind.get() == DeviceKind.USB_KEY;
        int middle = key ? 66 : WIDTH / 2;
        gc.drawText(caption, middle - extent.x / 2, (key ? 80 : HEIGHT - 16) - extent.y, SWT.DRAW_TRANSPARENT);
    }

    private Color color(Ink ink) {
        return Look.of(this).color(ink);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(WIDTH, HEIGHT);
    }
}
