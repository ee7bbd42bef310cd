package org.keyhopper.host.internal.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command group {@code keyhopper pins …} */
@Command(name = "pins", description = "Escrow keys, and the initial PINs that were sealed to them.")
final class PinsCommands implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine of(CommandContext context, List<String> arguments) {
        return new CommandGroup(new PinsCommands())
                .add("new-key", () -> new PinsNewKeyCommand(context))
                .add("activate", () -> new PinsActivateCommand(context))
                .add("keys", () -> new PinsKeysCommand(context))
                .add("retire", () -> new PinsRetireCommand(context))
                .add("list", () -> new PinsListCommand(context))
                .add("show", () -> new PinsShowCommand(context))
                .add("letters", () -> new PinsLettersCommand(context))
                .add("preview", () -> new PinsPreviewCommand(context))
                .add("hand-out-list", () -> new PinsHandOutListCommand(context))
                .add("hand-over", () -> new PinsHandOverCommand(context))
                .add("confirm", () -> new PinsConfirmCommand(context))
                .add("purge", () -> new PinsPurgeCommand(context))
                .called(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
