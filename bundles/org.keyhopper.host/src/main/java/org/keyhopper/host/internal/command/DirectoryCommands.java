package org.keyhopper.host.internal.command;

import java.util.List;
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

    static CommandLine of(CommandContext context, List<String> arguments) {
        return new CommandGroup(new DirectoryCommands())
                .add("add", () -> new DirectoryAddCommand(context))
                .add("test", () -> new DirectoryTestCommand(context))
                .add("search", () -> new DirectorySearchCommand(context))
                .add("list", () -> new DirectoryListCommand(context))
                .add("remove", () -> new DirectoryRemoveCommand(context))
                .called(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
