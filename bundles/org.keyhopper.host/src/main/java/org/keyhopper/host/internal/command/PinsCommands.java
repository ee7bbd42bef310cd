package org.keyhopper.host.internal.command;

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

    static CommandLine of(CommandContext context) {
        return new CommandLine(new PinsCommands())
                .addSubcommand(new PinsNewKeyCommand(context))
                .addSubcommand(new PinsActivateCommand(context))
                .addSubcommand(new PinsKeysCommand(context))
                .addSubcommand(new PinsRetireCommand(context))
                .addSubcommand(new PinsListCommand(context))
                .addSubcommand(new PinsShowCommand(context))
                .addSubcommand(new PinsLettersCommand(context))
                .addSubcommand(new PinsPreviewCommand(context))
                .addSubcommand(new PinsHandOutListCommand(context))
                .addSubcommand(new PinsHandOverCommand(context))
                .addSubcommand(new PinsConfirmCommand(context))
                .addSubcommand(new PinsPurgeCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
