package org.keyhopper.ui.internal.dialogs;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.internal.look.Theme;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.pins.PinChoice;

/** A person chooses a PIN: on another screen than the operator's, or filling the only one. UI thread. */
final class PersonPinWindow {

    private static final int WIDTH = 640;

    private final PinChoice choice;
    private final Consumer<Secret> chosen;
    private final Shell shell;
    private final Text pin;
    private final Text repeat;
    private final Label fault;

    /** @param chosen receives the PIN and closes it; not called when the person goes back */
    PersonPinWindow(Shell parent, PinChoice choice, Consumer<Secret> chosen) {
        this.choice = choice;
        this.chosen = chosen;
        Messages messages = choice.messages();
        shell = new Shell(parent, SWT.NO_TRIM | SWT.APPLICATION_MODAL);
        shell.setText(choice.title());
        Labels.withId(shell, "personPin");
        Theme.of(shell).apply(shell, ColorRole.WINDOW, ColorRole.TEXT);
        GridLayoutFactory.fillDefaults().applyTo(shell);
        Composite body = Theme.of(shell).apply(new Composite(shell, SWT.NONE), ColorRole.WINDOW, ColorRole.TEXT);
        GridLayoutFactory.fillDefaults().spacing(12, 14).applyTo(body);
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .hint(Theme.px(WIDTH), SWT.DEFAULT)
                .applyTo(body);
        Labels.set(Labels.wrapped(body, FontRole.SENTENCE, ColorRole.TEXT), choice.title());
        for (String rule : choice.rules()) {
            Labels.set(Labels.wrapped(body, FontRole.TITLE, ColorRole.SOFT), "• " + rule);
        }
        Composite grid = FormRows.grid(body);
        pin = FormRows.text(grid, messages.text("pin.label"), "personPin.text", SWT.PASSWORD);
        repeat = FormRows.text(grid, messages.text("pin.repeat"), "personPin.repeat", SWT.PASSWORD);
        fault = Labels.withId(Labels.wrapped(body, FontRole.STRONG, ColorRole.BAD_TEXT), "personPin.fault");
        Labels.set(fault, choice.refusal());
        Labels.set(Labels.wrapped(body, FontRole.BODY, ColorRole.SOFT), messages.text("pins.choice.remark"));
        Composite buttons = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(buttons);
        button(buttons, "personPin.back", messages.text("pins.choice.back"), ActionControl.Style.PLAIN, this::close);
        button(buttons, "personPin.ok", messages.text("pin.ok"), ActionControl.Style.PRIMARY, this::submit);
        repeat.addListener(SWT.DefaultSelection, event -> submit());
        pin.addListener(SWT.DefaultSelection, event -> repeat.setFocus());
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                close();
            }
        });
        shell.setBounds(screen(parent).getBounds());
        shell.open();
        pin.setFocus();
    }

    /** Returns a screen that the operator's window is not on; the only one if there is no other. */
    private static Monitor screen(Shell operator) {
        Monitor own = operator.getMonitor();
        return Arrays.stream(operator.getDisplay().getMonitors())
                .filter(monitor -> !monitor.equals(own))
                .findFirst()
                .orElse(own);
    }

    private static void button(Composite parent, String id, String label, ActionControl.Style style, Runnable action) {
        ActionControl button = Labels.withId(new ActionControl(parent), id);
        button.show(label, "", style, action);
    }

    private void submit() {
        try (Secret typed = EscrowKeyFields.read(pin);
                Secret again = EscrowKeyFields.read(repeat)) {
            Optional<String> wrong = choice.faultOf(typed, again);
            if (wrong.isPresent()) {
                Labels.set(fault, wrong.get());
                shell.layout(true, true);
                pin.setFocus();
                return;
            }
            Secret result = typed.copy();
            close();
            chosen.accept(result);
        }
    }

    void close() {
        if (!shell.isDisposed()) {
            pin.setTextChars(new char[0]);
            repeat.setTextChars(new char[0]);
            shell.close();
        }
    }
}
