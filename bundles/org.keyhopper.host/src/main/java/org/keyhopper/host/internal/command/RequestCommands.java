package org.keyhopper.host.internal.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code keyhopper request …} */
@Command(name = "request", description = "Imports, lists, shows and reports provisioning requests.")
final class RequestCommands implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine of(CommandContext context) {
        return new CommandLine(new RequestCommands())
                .addSubcommand(new RequestImportCommand(context))
                .addSubcommand(new RequestListCommand(context))
                .addSubcommand(new RequestShowCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with requests.");
    }
}
