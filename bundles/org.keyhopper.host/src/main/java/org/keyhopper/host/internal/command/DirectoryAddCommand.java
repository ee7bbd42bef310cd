package org.keyhopper.host.internal.command;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a directory or replaces its settings. */
@Command(name = "add", description = "Adds a directory, or replaces its settings.")
final class DirectoryAddCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "NAME", description = "The name of the directory.")
    private String name;

    @Option(names = "--type", required = true, description = "The connector, such as entra.")
    private String type;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--secret",
            paramLabel = "KEY=env:VAR",
            description = "A secret, read from an environment variable.")
    private Map<String, String> secret = new LinkedHashMap<>();

    DirectoryAddCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        context.requireUnlockedDirectories();
        DirectoryConnector connector = connector();
        checkKeys(connector, set, false);
        checkKeys(connector, secret, true);
        Map<String, Secret> given = secrets();
        try {
            store(connector, given);
        } finally {
            given.values().forEach(Secret::close);
        }
        context.output().printObject(DirectoryJson.of(new DirectoryAccount(name, type, new Settings(set))));
        context.output().print("Directory " + name + " is configured.");
        return ExitCode.DONE;
    }

    /** Stored secrets stay in use for the addresses that they were given for, and are deleted otherwise. */
    private void store(DirectoryConnector connector, Map<String, Secret> given) throws InputRefusedException {
        DirectoryAccounts accounts = context.station().directories().accounts();
        DirectoryAccount account = new DirectoryAccount(name, type, new Settings(set));
        Optional<DirectoryAccount> before =
                accounts.find(name).filter(stored -> account.isAtSameAddress(stored, connector::addresses));
        check(connector, account.settings(), new Given(given, before.map(accounts::secretsOf)));
        if (before.isPresent()) {
            accounts.change(account);
        } else {
            if (accounts.find(name).isPresent()) {
                context.output().print("It is at another address now, so its stored secrets are deleted.");
            }
            accounts.put(account);
        }
        given.forEach(accounts.secretsOf(account)::put);
    }

    private DirectoryConnector connector() throws InputRefusedException {
        List<DirectoryConnector> connectors = context.services().connectors();
        Optional<DirectoryConnector> found = connectors.stream()
                .filter(connector -> connector.type().equals(type))
                .findFirst();
        return found.orElseThrow(() -> new InputRefusedException("There is no connector " + type + "; installed: "
                + connectors.stream().map(DirectoryConnector::type).collect(Collectors.joining(", "))));
    }

    private void checkKeys(DirectoryConnector connector, Map<String, String> values, boolean secretWanted)
            throws InputRefusedException {
        for (String key : values.keySet()) {
            Optional<SettingField> field = connector.settings().field(key);
            if (field.isEmpty()) {
                throw new InputRefusedException("The connector " + type + " has no setting " + key + "; it has "
                        + connector.settings().fields().stream()
                                .map(SettingField::key)
                                .collect(Collectors.joining(", ")));
            }
            if (field.get().isSecret() != secretWanted) {
                throw new InputRefusedException(
                        secretWanted
                                ? key + " is not a secret: use --set."
                                : key + " is a secret: use --secret " + key + "=env:VARIABLE.");
            }
        }
    }

    private Map<String, Secret> secrets() throws InputRefusedException {
        Map<String, Secret> given = new HashMap<>();
        for (Map.Entry<String, String> entry : secret.entrySet()) {
            String variable = EnvironmentReference.variable(entry.getValue());
            given.put(entry.getKey(), Secret.of(System.getenv(variable)));
        }
        return given;
    }

    private static void check(DirectoryConnector connector, Settings settings, Secrets secrets)
            throws InputRefusedException {
        List<Problem> problems = connector.check(settings, secrets);
        if (!problems.isEmpty()) {
            throw new InputRefusedException(
                    problems.stream().map(ProblemLines::of).collect(Collectors.joining(System.lineSeparator())));
        }
    }

    /**
     * The secrets given on the command line, which take precedence over the stored ones.
     *
     * @param kept those stored for the same address
     */
    private record Given(Map<String, Secret> given, Optional<Secrets> kept) implements Secrets {
        @Override
        public Optional<Secret> get(String key) {
            return given.containsKey(key)
                    ? Optional.of(given.get(key).copy())
                    : kept.flatMap(secrets -> secrets.get(key));
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
