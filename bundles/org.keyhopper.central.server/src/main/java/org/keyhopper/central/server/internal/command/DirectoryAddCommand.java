package org.keyhopper.central.server.internal.command;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.directory.DirectoryDraft;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.store.CentralDatabase;
import org.keyhopper.texts.ProblemTexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Configures a directory. All secrets are given anew, so that none is sent to another address. */
@Command(name = "add", description = "Adds a directory, or replaces it with all its settings and secrets.")
final class DirectoryAddCommand implements Callable<Integer> {

    private static final String FROM_ENVIRONMENT = "env:";

    private final Supplier<List<DirectoryConnector>> connectors;

    @Mixin
    private ConfigurationOption configuration;

    @Parameters(paramLabel = "NAME", description = "What it is called here.")
    private String name;

    @Option(names = "--type", required = true, description = "The connector, such as entra.")
    private String type;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--secret", paramLabel = "KEY=env:VAR", description = "A secret, from an environment variable.")
    private Map<String, String> secret = new LinkedHashMap<>();

    DirectoryAddCommand(Supplier<List<DirectoryConnector>> connectors) {
        this.connectors = connectors;
    }

    @Override
    public Integer call() throws BadInputException {
        DirectoryConnector connector = connector();
        Map<String, Secret> given = secrets();
        try (CentralDatabase database = configuration.open()) {
            Settings settings = new Settings(set);
            List<Problem> problems = connector.check(settings, new GivenSecrets(given));
            if (!problems.isEmpty()) {
                ProblemTexts texts = ProblemTexts.in(Locale.getDefault());
                throw new BadInputException(
                        problems.stream().map(texts::sentence).collect(Collectors.joining(System.lineSeparator())));
            }
            DirectoryAccount account = new DirectoryAccount(name, type, settings);
            AuditEvent event = AuditEvent.done(
                    ConfigurationOption.caller(), AuditAction.DIRECTORY_CONFIGURED, "directory:" + name);
            database.store().configure(new DirectoryDraft(account, given, Optional.empty()), false, in -> in.audit()
                    .append(event));
        } finally {
            given.values().forEach(Secret::close);
        }
        return CentralCommand.DONE;
    }

    private DirectoryConnector connector() throws BadInputException {
        List<DirectoryConnector> installed = connectors.get();
        return installed.stream()
                .filter(connector -> connector.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no connector " + type + "; installed: "
                        + installed.stream().map(DirectoryConnector::type).collect(Collectors.joining(", "))));
    }

    private Map<String, Secret> secrets() throws BadInputException {
        Map<String, Secret> given = new HashMap<>();
        for (Map.Entry<String, String> entry : secret.entrySet()) {
            String reference = entry.getValue();
            String value = reference.startsWith(FROM_ENVIRONMENT)
                    ? System.getenv(reference.substring(FROM_ENVIRONMENT.length()))
                    : null;
            if (value == null) {
                throw new BadInputException("The secret " + entry.getKey()
                        + " must be given as env:VARIABLE, with a variable that is set.");
            }
            given.put(entry.getKey(), Secret.of(value));
        }
        return given;
    }

    /** Only what was given now. */
    private record GivenSecrets(Map<String, Secret> given) implements Secrets {

        @Override
        public Optional<Secret> get(String key) {
            return Optional.ofNullable(given.get(key)).map(Secret::copy);
        }

        @Override
        public void put(String key, Secret value) {
            throw new UnsupportedOperationException(key);
        }

        @Override
        public void forget(String key) {
            throw new UnsupportedOperationException(key);
        }
    }
}
