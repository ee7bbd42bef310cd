package org.keyhopper.ui.internal.prompts;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.api.request.DeviceConfirmation;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.dialogs.ConfirmDeviceDialog;
import org.keyhopper.ui.internal.dialogs.LastPinTryDialog;
import org.keyhopper.ui.internal.dialogs.PinDialog;
import org.keyhopper.ui.internal.window.Shells;
import org.keyhopper.ui.model.Messages;

/**
 * Asks the operator for PINs and for the confirmation of a device in dialogs. Instructions are not shown here,
 * because the run's snapshot carries them.
 */
public final class DialogPrompts implements OperatorPrompts {

    private final Display display;
    private final Messages messages;

    public DialogPrompts(Display display, Messages messages) {
        this.display = display;
        this.messages = messages;
    }

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        return ask(
                (parent, answer) -> new PinDialog(parent, messages, question, answer)::close, Optional.<Secret>empty());
    }

    @Override
    public boolean confirmLastPinAttempt(PinQuestion question) {
        return ask((parent, answer) -> new LastPinTryDialog(parent, messages, question.person(), answer)::close, false);
    }

    @Override
    public Optional<DeviceConfirmation> deviceConfirmation() {
        return Optional.of(question -> ask(
                (parent, answer) -> new ConfirmDeviceDialog(parent, messages, question, answer)::close,
                Optional.empty()));
    }

    /** Opens a dialog on the UI thread and returns an action that closes it. */
    private interface Opening<T> {
        Runnable open(Shell parent, Consumer<T> answer);
    }

    /** Asks and waits. Without a window, or when interrupted, returns the answer that changes nothing. */
    private <T> T ask(Opening<T> opening, T otherwise) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        CompletableFuture<Runnable> close = new CompletableFuture<>();
        display.asyncExec(() -> Shells.main(display)
                .ifPresentOrElse(
                        parent -> close.complete(opening.open(parent, answer::complete)),
                        () -> answer.complete(otherwise)));
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close.thenAccept(display::asyncExec);
            return otherwise;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void instruct(Instruction instruction) {
        // The perspective shows the instruction of the snapshot with its countdown.
    }
}
