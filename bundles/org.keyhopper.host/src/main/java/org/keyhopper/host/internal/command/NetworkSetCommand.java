package org.keyhopper.host.internal.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.network.Network;
import org.keyhopper.api.network.NetworkProblem;
import org.keyhopper.api.network.NetworkSettings;
import org.keyhopper.api.network.NetworkSettings.Proxy;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replaces the network settings. */
@Command(
        name = "set",
        description = "Sets the proxy and private certificate authorities; omitted settings are removed.")
final class NetworkSetCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--proxy", paramLabel = "HOST:PORT", description = "The HTTP proxy.")
    private String proxy;

    @Option(names = "--user", description = "The proxy account.")
    private String user;

    @Option(
            names = "--password",
            paramLabel = "env:VAR",
            description =
                    "The proxy password, read from an environment variable. If omitted, the stored password is kept.")
    private String password;

    @Option(
            names = "--direct",
            split = ",",
            paramLabel = "HOST",
            description = "Hosts that are reached without the proxy; use .contoso.example for a whole domain.")
    private List<String> direct = List.of();

    @Option(
            names = "--authorities",
            paramLabel = "FILE.pem",
            description = "Certificates of authorities that are trusted in addition to those of the Java runtime.")
    private Path authorities;

    NetworkSetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        Network network = context.services().network();
        NetworkSettings settings =
                new NetworkSettings(proxy(), Optional.ofNullable(authorities).map(Path::toAbsolutePath));
        Optional<Secret> given = password();
        try {
            Optional<Problem> problem = network.change(settings, given);
            if (problem.isPresent()) {
                throw new InputRefusedException(ProblemLines.of(problem.get()));
            }
        } finally {
            given.ifPresent(Secret::close);
        }
        NetworkLines.print(network, context.output());
        return ExitCode.DONE;
    }

    private Optional<Proxy> proxy() throws InputRefusedException {
        if (proxy == null) {
            if (user != null || password != null || !direct.isEmpty()) {
                throw new InputRefusedException("--user, --password and --direct require --proxy.");
            }
            return Optional.empty();
        }
        Optional<Proxy> parsed = Proxy.parse(proxy, Optional.ofNullable(user), direct);
        if (parsed.isEmpty()) {
            throw new InputRefusedException(ProblemLines.of(Problem.of(NetworkProblem.BAD_PROXY, proxy)));
        }
        return parsed;
    }

    private Optional<Secret> password() throws InputRefusedException {
        if (password == null) {
            return Optional.empty();
        }
        if (user == null) {
            throw new InputRefusedException("A password requires --user.");
        }
        return Optional.of(Secret.of(System.getenv(EnvironmentReference.variable(password))));
    }
}
