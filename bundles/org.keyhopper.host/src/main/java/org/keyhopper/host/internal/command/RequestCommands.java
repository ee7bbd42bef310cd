package org.keyhopper.host.internal.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command group {@code keyhopper request …} */
@Command(name = "request", description = "Creates, lists, shows, refreshes and reports provisioning requests.")
final class RequestCommands implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine of(CommandContext context) {
        // A passkey id may begin with a hyphen.
        CommandLine passkeys = new CommandLine(new RequestPasskeysCommand(context));
        passkeys.setUnmatchedOptionsAllowedAsOptionParameters(true);
        return new CommandLine(new RequestCommands())
                .addSubcommand(new RequestImportCommand(context))
                .addSubcommand(new RequestFromDirectoryCommand(context))
                .addSubcommand(new RequestRefreshCommand(context))
                .addSubcommand(new RequestUnskipCommand(context))
                .addSubcommand(passkeys)
                .addSubcommand(new RequestListCommand(context))
                .addSubcommand(new RequestShowCommand(context))
                .addSubcommand(new RequestReportCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
