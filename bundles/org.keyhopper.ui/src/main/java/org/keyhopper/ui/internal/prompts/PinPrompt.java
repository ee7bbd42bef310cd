package org.keyhopper.ui.internal.prompts;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.request.OperatorPrompts;
import org.keyhopper.api.request.PinQuestion;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.ui.internal.dialogs.PinDialog;
import org.keyhopper.ui.internal.window.Shells;
import org.keyhopper.ui.model.Messages;

/** Asks the operator for a PIN in a dialog. Instructions are not repeated here: the run's snapshot carries them. */
public final class PinPrompt implements OperatorPrompts {

    private final Display display;
    private final Messages messages;

    public PinPrompt(Display display, Messages messages) {
        this.display = display;
        this.messages = messages;
    }

    @Override
    public Optional<Secret> enterPin(PinQuestion question) {
        CompletableFuture<Optional<Secret>> answer = new CompletableFuture<>();
        CompletableFuture<PinDialog> dialog = new CompletableFuture<>();
        display.asyncExec(() -> {
            Optional<Shell> shell = Shells.main(display);
            shell.ifPresentOrElse(
                    parent -> dialog.complete(new PinDialog(parent, messages, question, answer::complete)),
                    () -> answer.complete(Optional.empty()));
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            dialog.thenAccept(open -> display.asyncExec(open::close));
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void instruct(Instruction instruction) {
        // the stage shows the instruction of the snapshot, with its countdown
    }
}
