package org.keyhopper.host.internal.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command group {@code keyhopper metadata …} */
@Command(name = "metadata", description = "Imports and shows FIDO metadata about device models.")
final class MetadataCommands implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine of(CommandContext context, List<String> arguments) {
        return new CommandGroup(new MetadataCommands())
                .add("import", () -> new MetadataImportCommand(context))
                .add("show", () -> new MetadataShowCommand(context))
                .called(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
