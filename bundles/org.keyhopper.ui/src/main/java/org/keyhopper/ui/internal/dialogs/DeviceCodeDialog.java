package org.keyhopper.ui.internal.dialogs;

import java.time.Clock;
import java.time.Duration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.DirectoryInteraction.DeviceCode;
import org.keyhopper.ui.model.Messages;

/** Shows a user code and its verification address (RFC 8628), with the remaining lifetime. */
public final class DeviceCodeDialog {

    private static final int TICK = 1000;

    private final Messages messages;
    private final DeviceCode code;
    private final Clock clock;
    private final BaseDialog dialog;
    private final Label expires;
    private boolean answered;

    public DeviceCodeDialog(Shell parent, Messages messages, DeviceCode code, Clock clock) {
        this.messages = messages;
        this.code = code;
        this.clock = clock;
        dialog = new BaseDialog(parent, "signIn", messages.text("signIn.title"), messages.text("signIn.message"));
        line(code.address().toString(), FontRole.LARGE, "signIn.address");
        line(code.code(), FontRole.CODE, "signIn.code");
        expires = Labels.label(dialog.body(), FontRole.BODY, ColorRole.SOFT);
        expires.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        dialog.button("signIn.cancel", messages.text("signIn.cancel"), ActionControl.Style.PLAIN, () -> {
            code.cancel().run();
            close();
        });
        dialog.onClose(this::cancelUnlessAnswered);
        dialog.button(
                "signIn.open",
                messages.text("signIn.open"),
                ActionControl.Style.PLAIN,
                () -> Program.launch(code.address().toString()));
        ActionControl copy =
                dialog.button("signIn.copy", messages.text("signIn.copy"), ActionControl.Style.PRIMARY, this::copy);
        dialog.setDefault(copy);
        dialog.open(680, 0);
        copy.setFocus();
        tick();
    }

    /** Closes it without cancelling the sign-in. */
    public void close() {
        answered = true;
        dialog.close();
    }

    /** The operator closed it with the keyboard or the window's button. */
    private void cancelUnlessAnswered() {
        if (!answered) {
            code.cancel().run();
        }
    }

    private void line(String value, FontRole type, String id) {
        Labels.set(Labels.withId(Labels.wrapped(dialog.body(), type, ColorRole.TEXT), id), value);
    }

    private void copy() {
        Clipboard clipboard = new Clipboard(dialog.shell().getDisplay());
        clipboard.setContents(new Object[] {code.code()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void tick() {
        if (dialog.shell().isDisposed()) {
            return;
        }
        Duration left = Duration.between(clock.instant(), code.expires());
        String time = String.format("%d:%02d", left.toMinutes(), left.toSecondsPart());
        Labels.set(expires, messages.text(left.isNegative() ? "signIn.expired" : "signIn.expires", time));
        dialog.shell().getDisplay().timerExec(TICK, this::tick);
    }
}
