package org.keyhopper.central.server.internal.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.central.server.internal.check.Check;
import org.keyhopper.central.server.internal.check.Check.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the configuration file and what it names, without changing anything. */
@Command(
        name = "check",
        description =
                "Checks the configuration file, certificate and key, database and master key, pick-up key and mail server,"
                        + " and changes nothing.")
final class CheckCommand implements Callable<Integer> {

    private final Supplier<List<DirectoryConnector>> connectors;

    @Mixin
    private ConfigurationOption configuration;

    @Option(names = "--directories", description = "Signs in to each configured directory, too.")
    private boolean directories;

    CheckCommand(Supplier<List<DirectoryConnector>> connectors) {
        this.connectors = connectors;
    }

    @Override
    public Integer call() throws BadInputException {
        Check check = new Check(configuration.read(), connectors);
        List<Check.Finding> findings = directories ? check.withDirectories() : check.everything();
        findings.forEach(configuration::print);
        boolean failed = findings.stream().anyMatch(finding -> finding.level() == Level.ERROR);
        configuration.print(failed ? "Central would not work as configured." : "The configuration can be used.");
        return failed ? CentralCommand.BAD_INPUT : CentralCommand.DONE;
    }
}
