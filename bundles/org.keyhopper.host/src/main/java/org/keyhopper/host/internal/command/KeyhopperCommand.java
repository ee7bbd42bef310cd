package org.keyhopper.host.internal.command;

import java.util.List;
import org.keyhopper.api.update.UpdateException;
import org.keyhopper.core.request.CentralUnavailableException;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command. */
@Command(
        name = "keyhopper",
        description = "Provisions passkeys on cards and keys on behalf of people.",
        mixinStandardHelpOptions = true,
        version = "Keyhopper 1.0.0",
        scope = ScopeType.INHERIT)
public final class KeyhopperCommand implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(KeyhopperCommand.class);

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    public KeyhopperCommand(CommandContext context) {
        this.context = context;
    }

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "One JSON object per line on standard output; text for people on standard error.")
    void json(boolean wanted) {
        if (wanted) {
            context.output().useJson();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    /** Executes the command line and returns the exit code. */
    public static int execute(CommandContext context, String... arguments) {
        return commandLine(context, arguments)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(context, failure))
                .execute(arguments);
    }

    /** Returns the command with the subcommand that these arguments call, or with all. */
    static CommandLine commandLine(CommandContext context, String... arguments) {
        return new CommandGroup(new KeyhopperCommand(context))
                .add("rehearse", () -> new RehearseCommand(context))
                .addGroup("directory", rest -> DirectoryCommands.of(context, rest))
                .addGroup("request", rest -> RequestCommands.of(context, rest))
                .addGroup("metadata", rest -> MetadataCommands.of(context, rest))
                .addGroup("network", rest -> NetworkCommands.of(context, rest))
                .addGroup("central", rest -> CentralCommands.of(context, rest))
                .addGroup("pins", rest -> PinsCommands.of(context, rest))
                .add("audit", () -> new AuditCommand(context))
                .add("rekey", () -> new RekeyCommand(context))
                .addGroup("devices", rest -> DevicesCommand.of(context, rest))
                .add("provision", () -> new ProvisionCommand(context))
                .add("reconcile", () -> new ReconcileCommand(context))
                .add("station", () -> new StationCommand(context))
                .add("try-sign-in", () -> new TrySignInCommand(context))
                .add("helper", () -> new HelperCommand(context))
                .add("support", () -> new SupportCommand(context))
                .add("update", () -> new UpdateCommand(context))
                .add("help", () -> new HelpCommand(context))
                .called(List.of(arguments));
    }

    private static int failed(CommandContext context, Exception failure) {
        switch (failure) {
            case InputRefusedException refused -> context.output().printError(refused.getMessage());
            case RunRefusedException refused -> context.output().printError(ProblemLines.of(refused.problem()));
            case UpdateException refused -> context.output().printError(ProblemLines.of(refused.problem()));
            case CentralUnavailableException central -> context.output().printError(ProblemLines.of(central.problem()));
            case StoreException store -> context.output().printError(store.getMessage());
            default -> {
                LOGGER.error("Internal error", failure);
                context.output().printError("Unexpected error: " + failure + ". The log contains the details.");
            }
        }
        return ExitCode.BAD_INPUT;
    }
}
