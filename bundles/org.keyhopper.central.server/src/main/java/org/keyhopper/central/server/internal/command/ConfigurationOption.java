package org.keyhopper.central.server.internal.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.ConfigurationFile;
import org.keyhopper.store.CentralDatabase;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that every command has. */
final class ConfigurationOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:KEYHOPPER_CENTRAL_CONFIG:-/etc/keyhopper-central/central.conf}",
            description = "The configuration file; else KEYHOPPER_CENTRAL_CONFIG, else ${DEFAULT-VALUE}.")
    private Path file;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Prints a line of the result, at once. */
    void print(Object line) {
        command.commandLine().getOut().println(line);
        command.commandLine().getOut().flush();
    }

    /** Returns the configuration; all its faults are in the message of the exception. */
    Configuration read() throws BadInputException {
        ConfigurationFile.Result result = ConfigurationFile.read(file);
        Optional<Configuration> configuration = result.configuration();
        if (configuration.isEmpty()) {
            throw new BadInputException(result.faults().stream()
                    .map(fault -> file + ": " + fault + ". " + fault.action())
                    .map(String::strip)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return configuration.get();
    }

    /** Returns the file that was named. */
    Path file() {
        return file;
    }

    CentralDatabase open() throws BadInputException {
        return CentralDatabase.open(read().location());
    }

    /** Returns the caller of a command: the operating system has authenticated the account that started it. */
    static Caller caller() {
        return new Caller(
                Caller.Kind.COMMAND,
                System.getProperty("user.name"),
                java.util.List.of(new Grant(Role.ADMINISTRATOR, new Scope.Everything())),
                java.util.UUID.randomUUID().toString());
    }
}
