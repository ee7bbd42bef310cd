package org.keyhopper.host.internal.command;

import java.util.List;
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

    static CommandLine of(CommandContext context, List<String> arguments) {
        return new CommandGroup(new NetworkCommands())
                .add("show", () -> new NetworkShowCommand(context))
                .add("set", () -> new NetworkSetCommand(context))
                .add("clear", () -> new NetworkClearCommand(context))
                .called(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
