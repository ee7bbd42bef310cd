package org.keyhopper.core.internal.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;

/**
 * The configured directories, opened by the connectors that are installed at the moment.
 *
 * @param hosts the only hosts, in lower case, that secrets may be sent to; any if empty
 */
public record InstalledDirectories(
        DirectoryAccounts accounts, Supplier<List<DirectoryConnector>> installed, Optional<Set<String>> hosts)
        implements Directories {

    @Override
    public List<DirectoryConnector> connectors() {
        return installed.get();
    }

    @Override
    public Answer<Directory> open(String name, DirectoryPrompts prompts) {
        Optional<DirectoryAccount> account = accounts.find(name);
        return account.isEmpty()
                ? Answer.failed(Problem.of(RunProblem.NO_SUCH_DIRECTORY, name))
                : connect(account.get(), accounts.secretsOf(account.get()), prompts);
    }

    @Override
    public List<Finding> check(DirectoryAccount account, Secrets secrets, DirectoryPrompts prompts) {
        return switch (connect(account, secrets, prompts)) {
            case Answer.Failed<Directory>(Problem problem) -> List.of(Finding.bad("sign-in", problem));
            case Answer.Unclear<Directory>(Problem problem) -> List.of(Finding.bad("sign-in", problem));
            case Answer.Done<Directory>(Directory directory) -> {
                try (directory) {
                    yield directory.examine();
                }
            }
        };
    }

    private Answer<Directory> connect(DirectoryAccount account, Secrets secrets, DirectoryPrompts prompts) {
        Optional<DirectoryConnector> connector = connectors().stream()
                .filter(candidate -> candidate.type().equals(account.type()))
                .findFirst();
        if (connector.isEmpty()) {
            return Answer.failed(Problem.of(RunProblem.NO_SUCH_CONNECTOR, account.type()));
        }
        Optional<Problem> problem = hostNotAllowed(connector.get().addresses(account.settings()));
        if (problem.isPresent()) {
            return Answer.failed(problem.get());
        }
        try {
            List<Problem> problems = connector.get().check(account.settings(), secrets);
            return problems.isEmpty()
                    ? connector.get().connect(account.settings(), secrets, prompts)
                    : Answer.failed(problems.getFirst());
        } catch (StoreException e) {
            return Answer.failed(Failures.problemOf(e));
        }
    }

    private Optional<Problem> hostNotAllowed(Set<String> addresses) {
        return hosts.flatMap(allowed -> addresses.stream()
                .map(InstalledDirectories::host)
                .filter(host -> !allowed.contains(host))
                .sorted()
                .findFirst()
                .map(host -> Problem.of(PolicyProblem.HOST_NOT_ALLOWED, host)));
    }

    /** Returns the host in lower case; the text itself if it is no address. */
    private static String host(String address) {
        try {
            String host = new URI(address).getHost();
            return host == null ? address : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return address;
        }
    }
}
