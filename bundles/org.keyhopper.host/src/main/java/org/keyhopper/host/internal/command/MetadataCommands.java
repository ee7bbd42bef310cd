package org.keyhopper.host.internal.command;

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

    static CommandLine of(CommandContext context) {
        return new CommandLine(new MetadataCommands())
                .addSubcommand(new MetadataImportCommand(context))
                .addSubcommand(new MetadataShowCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
