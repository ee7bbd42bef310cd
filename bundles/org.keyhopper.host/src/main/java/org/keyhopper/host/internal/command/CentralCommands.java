package org.keyhopper.host.internal.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command group {@code keyhopper central …} */
@Command(name = "central", description = "Joins the Central of an organisation, and leaves it.")
final class CentralCommands implements Runnable {

    @Spec
    private CommandSpec spec;

    static CommandLine of(CommandContext context, List<String> arguments) {
        return new CommandGroup(new CentralCommands())
                .add("join", () -> new CentralJoinCommand(context))
                .add("status", () -> new CentralStatusCommand(context))
                .add("escrow", () -> new CentralEscrowCommand(context))
                .add("leave", () -> new CentralLeaveCommand(context))
                .called(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: join, status, escrow or leave.");
    }
}
