package org.keyhopper.central.server.internal.command;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.core.request.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code keyhopper-central}. */
@Command(name = "keyhopper-central", description = "Keyhopper for an organisation: the server.")
public final class CentralCommand implements Runnable {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;

    private static final CountDownLatch STOP = new CountDownLatch(1);

    @Spec
    private CommandSpec command;

    private CentralCommand() {}

    /** Executes a command line and returns its exit code. */
    public static int execute(Supplier<List<DirectoryConnector>> connectors, String... arguments) {
        CommandLine line = new CommandLine(new CentralCommand());
        line.addSubcommand(new ServeCommand(connectors, STOP));
        line.addSubcommand(new CheckCommand(connectors));
        line.addSubcommand(new BackupCommand());
        line.addSubcommand(new RestoreCommand());
        line.addSubcommand(new RotateKeyCommand());
        line.addSubcommand("station", group("Stations.", new StationCodeCommand()));
        line.addSubcommand("operator", group("Operators.", new OperatorCodeCommand()));
        line.addSubcommand("directory", group("Directories.", new DirectoryAddCommand(connectors)));
        line.addSubcommand(
                "request",
                group("Requests.", new RequestImportCommand(), new RequestAssignCommand(), new RequestShowCommand()));
        line.addSubcommand(
                "person", group("The records of one person.", new PersonExportCommand(), new PersonEraseCommand()));
        line.addSubcommand("licence", new LicenceCommand());
        line.addSubcommand("metadata", group("Metadata of models.", new MetadataInstallCommand()));
        line.addSubcommand("audit", group("The audit trail.", new AuditVerifyCommand()));
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            if (e instanceof BadInputException || e instanceof StoreException) {
                command.getErr().println(e.getMessage());
                return BAD_INPUT;
            }
            throw e;
        });
        return line.execute(arguments);
    }

    private static CommandLine group(String description, Object... commands) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(description);
        CommandLine group = new CommandLine(spec);
        for (Object command : commands) {
            group.addSubcommand(command);
        }
        return group;
    }

    /** Ends {@code serve} gracefully. Idempotent. */
    public static void stopServing() {
        STOP.countDown();
    }

    @Override
    public void run() {
        command.commandLine().usage(command.commandLine().getErr());
    }
}
