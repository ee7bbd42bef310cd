package org.keyhopper.host.internal.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.keyhopper.documents.LetterFile;
import org.keyhopper.documents.PinLetters;
import org.keyhopper.host.internal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what letters look like. */
@Command(name = "preview", description = "Writes a letter to a made-up person, to check template, logo and envelope.")
final class PinsPreviewCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private LetterOptions look = new LetterOptions();

    PinsPreviewCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        PinLetters letters = look.letters();
        try (LetterFile file = look.create()) {
            file.writeSample(letters);
        } catch (IOException e) {
            throw look.notWritten(e);
        }
        context.output().print("A sample was saved to " + look.file() + ".");
        return ExitCode.DONE;
    }
}
