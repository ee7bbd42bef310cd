package org.keyhopper.host.internal.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command group {@code keyhopper directory …} */
@Command(name = "directory", description = "Adds, tests, searches, lists and removes directories.")
final class DirectoryCommands implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine of(CommandContext context) {
        return new CommandLine(new DirectoryCommands())
                .addSubcommand(new DirectoryAddCommand(context))
                .addSubcommand(new DirectoryTestCommand(context))
                .addSubcommand(new DirectorySearchCommand(context))
                .addSubcommand(new DirectoryListCommand(context))
                .addSubcommand(new DirectoryRemoveCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
