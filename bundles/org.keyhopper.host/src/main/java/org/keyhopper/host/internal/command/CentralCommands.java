package org.keyhopper.host.internal.command;

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

    static CommandLine of(CommandContext context) {
        return new CommandLine(new CentralCommands())
                .addSubcommand(new CentralJoinCommand(context))
                .addSubcommand(new CentralStatusCommand(context))
                .addSubcommand(new CentralEscrowCommand(context))
                .addSubcommand(new CentralLeaveCommand(context));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: join, status, escrow or leave.");
    }
}
