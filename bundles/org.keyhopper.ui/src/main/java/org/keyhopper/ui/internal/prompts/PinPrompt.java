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
import org.keyhopper.ui.internal.dialogs.PinDialog;
import org.keyhopper.ui.internal.window.Shells;
import org.keyhopper.ui.model.Messages;

/** Asks the operator in dialogs for a PIN, and which device is in hand. Instructions are not repeated here: the run's snapshot carries them. */
public final class PinPrompt implements OperatorPrompts {

    private final Display display;
    private final Messages messages;

    public PinPrompt(Display display, Messages messages) {
        this.display = display;
        this.messages = messages;
    }

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        return ask((shell, answer) -> {
            PinDialog dialog = new PinDialog(shell, messages, question, answer);
            return dialog::close;
        });
    }

    @Override
    public Optional<DeviceConfirmation> deviceConfirmation() {
        return Optional.of(question -> ask((shell, answer) -> {
            ConfirmDeviceDialog dialog = new ConfirmDeviceDialog(shell, messages, question, answer);
            return dialog::close;
        }));
    }

    /** Opens a dialog and waits for its answer; an interrupt closes it. */
    private <T> Optional<T> ask(Opening<T> opening) {
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        CompletableFuture<Runnable> open = new CompletableFuture<>();
        display.asyncExec(() -> {
            Optional<Shell> shell = Shells.main(display);
            shell.ifPresentOrElse(
                    parent -> open.complete(opening.open(parent, answer::complete)),
                    () -> answer.complete(Optional.empty()));
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open.thenAccept(close -> display.asyncExec(close));
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void instruct(Instruction instruction) {
        // the stage shows the instruction of the snapshot, with its countdown
    }

    /** Opens a dialog, on the UI thread, and returns what closes it. */
    private interface Opening<T> {
        Runnable open(Shell parent, Consumer<Optional<T>> answer);
    }
}
