package org.keyhopper.ui.internal.dialogs;

import java.util.Arrays;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;

/** Shows one initial PIN for half a minute. The PIN is painted, so that it cannot be copied from a widget. */
public final class InitialPinDialog {

    private static final int SHOWN_MILLIS = 30_000;

    private InitialPinDialog() {}

    /** Shows the PIN and closes it together with the dialog. */
    public static void open(Shell parent, Messages messages, String person, Secret pin) {
        BaseDialog dialog = new BaseDialog(
                parent, "pinShown", messages.text("pin.show.person", person), messages.text("pin.show.remark"));
        Canvas canvas = Labels.withId(new Canvas(dialog.body(), SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS), "pin.shown");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, Theme.px(70))
                .applyTo(canvas);
        canvas.addPaintListener(event -> {
            Theme theme = Theme.of(canvas);
            event.gc.setFont(theme.font(FontRole.CODE));
            event.gc.setForeground(theme.color(ColorRole.TEXT));
            char[] characters = pin.toChars();
            int x = 0;
            for (char character : characters) {
                String one = String.valueOf(character);
                event.gc.drawText(one, x, 8, SWT.DRAW_TRANSPARENT);
                x += event.gc.textExtent(one).x + 8;
            }
            Arrays.fill(characters, '\0');
        });
        ActionControl close =
                dialog.button("dialog.close", messages.text("close"), ActionControl.Style.PLAIN, dialog::close);
        dialog.setDefault(close);
        dialog.onClose(pin::close);
        dialog.open(480, 0);
        close.setFocus();
        parent.getDisplay().timerExec(SHOWN_MILLIS, dialog::close);
    }
}
