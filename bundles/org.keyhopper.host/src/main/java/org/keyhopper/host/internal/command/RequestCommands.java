package org.keyhopper.host.internal.command;

import java.util.List;
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

    static CommandLine of(CommandContext context, List<String> arguments) {
        return new CommandGroup(new RequestCommands())
                .add("import", () -> new RequestImportCommand(context))
                .add("from-directory", () -> new RequestFromDirectoryCommand(context))
                .add("refresh", () -> new RequestRefreshCommand(context))
                .add("unskip", () -> new RequestUnskipCommand(context))
                // A passkey id may begin with a hyphen.
                .add("passkeys", () -> new CommandLine(new RequestPasskeysCommand(context))
                        .setUnmatchedOptionsAllowedAsOptionParameters(true))
                .add("list", () -> new RequestListCommand(context))
                .add("show", () -> new RequestShowCommand(context))
                .add("report", () -> new RequestReportCommand(context))
                .called(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
