package org.keyhopper.ui.internal.controls;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;

/** A picture of the connected device: a card with contacts, a contactless card, a security key, or an empty slot. */
public final class DevicePicture extends Canvas {

    private static final int WIDTH = DeviceDrawing.WIDTH;
    private static final int HEIGHT = DeviceDrawing.HEIGHT;

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

    public void show(Optional<DeviceKind> next, String text) {
        kind = next;
        caption = text;
        redraw();
    }

    private void paint(GC gc) {
        DeviceDrawing.paint(gc, Theme.of(this), kind);
        if (kind.isPresent()) {
            drawCaption(gc);
        }
    }

    private void drawCaption(GC gc) {
        gc.setFont(Theme.of(this).font(FontRole.SMALL));
        gc.setForeground(color(ColorRole.MUTED));
        Point extent = gc.textExtent(caption, SWT.DRAW_TRANSPARENT);
        boolean key = kind.get() == DeviceKind.USB_KEY;
        int middle = key ? 66 : WIDTH / 2;
        gc.drawText(caption, middle - extent.x / 2, (key ? 80 : HEIGHT - 16) - extent.y, SWT.DRAW_TRANSPARENT);
    }

    private Color color(ColorRole role) {
        return Theme.of(this).color(role);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(WIDTH, HEIGHT);
    }
}
