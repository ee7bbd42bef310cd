package org.keyhopper.ui.internal.dialogs;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.controls.ActionControl;
import org.keyhopper.ui.internal.controls.Labels;
import org.keyhopper.ui.internal.look.ColorRole;
import org.keyhopper.ui.internal.look.FontRole;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.PinLabels;
import org.keyhopper.ui.model.pins.PinChoice;

/** Asks for a PIN. The input is cleared from the field and from the arrays when the dialog is closed. */
public final class PinDialog {

    /** Minimum PIN length in code points (CTAP 2.2 section 6.5.1). */
    private static final int SHORTEST = 4;

    private final Messages messages;
    private final PinQuestion question;
    private final BaseDialog dialog;
    private final Text pin;
    private final Optional<Text> repeat;
    private final Label fault;
    private Consumer<Optional<Secret>> answer;

    /** @param answer called once, on the UI thread; empty when the operator cancels */
    public PinDialog(Shell parent, Messages messages, PinQuestion question, Consumer<Optional<Secret>> answer) {
        this.messages = messages;
        this.question = question;
        this.answer = answer;
        boolean isNew = question.kind() == PinQuestion.Kind.NEW;
        String key = isNew ? "pin.new" : "pin.existing";
        dialog = new BaseDialog(parent, "pin", messages.text(key + ".title"), message(messages, question, key));
        Composite grid = FormRows.grid(dialog.body());
        pin = FormRows.text(grid, messages.text("pin.label"), "pin.text", SWT.PASSWORD);
        repeat = isNew
                ? Optional.of(FormRows.text(grid, messages.text("pin.repeat"), "pin.repeat", SWT.PASSWORD))
                : Optional.empty();
        fault = Labels.withId(Labels.wrapped(dialog.body(), FontRole.STRONG, ColorRole.BAD_TEXT), "pin.fault");
        Labels.set(fault, PinLabels.reminder(messages, question));
        if (isNew) {
            dialog.button("pin.person", messages.text("pins.choice.open"), ActionControl.Style.PLAIN, this::askPerson);
        }
        dialog.button("pin.giveUp", messages.text("pin.giveUp"), ActionControl.Style.PLAIN, dialog::close);
        ActionControl ok = dialog.button("pin.ok", messages.text("pin.ok"), ActionControl.Style.PRIMARY, this::submit);
        dialog.setDefault(ok);
        dialog.onClose(() -> answer(Optional.empty()));
        dialog.open(560, 0);
        pin.setFocus();
    }

    /** The person enters the PIN, which the operator does not see. */
    private void askPerson() {
        new PersonPinWindow(dialog.shell(), new PinChoice(messages, question), chosen -> {
            answer(Optional.of(chosen));
            dialog.close();
        });
    }

    private static String message(Messages messages, PinQuestion question, String key) {
        String message = messages.text(key + ".message", question.person());
        return question.kind() == PinQuestion.Kind.NEW
                ? message + " " + PinLabels.rules(messages, question.minimumLength(), question.complexity())
                : message;
    }

    public void close() {
        dialog.close();
    }

    private void submit() {
        try (Secret typed = read(pin);
                Secret again = read(repeat.orElse(pin))) {
            Optional<String> wrong = PinLabels.fault(messages, typed, again, minimumLength());
            if (wrong.isPresent()) {
                showFault(wrong.get());
            } else {
                answer(Optional.of(typed.copy()));
                dialog.close();
            }
        }
    }

    /** An existing PIN may be shorter than the current minimum length of the device. */
    private int minimumLength() {
        return question.kind() == PinQuestion.Kind.NEW ? question.minimumLength() : SHORTEST;
    }

    private static Secret read(Text field) {
        char[] typed = field.getTextChars();
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private void showFault(String text) {
        Labels.set(fault, text);
        dialog.grow();
        pin.setFocus();
    }

    private void answer(Optional<Secret> secret) {
        Consumer<Optional<Secret>> once = answer;
        answer = later -> {};
        once.accept(secret);
    }
}
