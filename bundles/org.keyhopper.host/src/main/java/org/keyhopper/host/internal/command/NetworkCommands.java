package org.keyhopper.host.internal.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command group {@code keyhopper network …} */
@Command(name = "network", description = "Shows and sets proxy and private certificate authorities.")
final class NetworkCommands implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine of(CommandContext context) {
        return new CommandLine(new NetworkCommands())
                .addSubcommand(new NetworkShowCommand(context))
                .addSubcommand(new NetworkSetCommand(context))
                .addSubcommand(new NetworkClearCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
