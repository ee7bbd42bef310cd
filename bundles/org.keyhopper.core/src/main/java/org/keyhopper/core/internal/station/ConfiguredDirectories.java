package org.keyhopper.core.internal.station;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.run.RunProblem;

/** Opens the configured directories with the installed connectors. */
public final class ConfiguredDirectories implements Directories {

    private final DirectoryAccounts accounts;
    private final List<DirectoryConnector> connectors = new CopyOnWriteArrayList<>();

    public ConfiguredDirectories(DirectoryAccounts accounts) {
        this.accounts = accounts;
    }

    /** Creates directories that cannot be changed where the policy locks them. */
    static ConfiguredDirectories of(DirectoryAccounts accounts, StationPolicy policy) {
        return new ConfiguredDirectories(policy.locks().directories() ? new LockedAccounts(accounts) : accounts);
    }

    /** Adds a connector, also while runs are in progress. */
    public void add(DirectoryConnector connector) {
        connectors.add(connector);
    }

    /** Removes a connector; directories that it opened stay open until they are closed. */
    public void remove(DirectoryConnector connector) {
        connectors.remove(connector);
    }

    @Override
    public DirectoryAccounts accounts() {
        return accounts;
    }

    @Override
    public List<DirectoryConnector> connectors() {
        return List.copyOf(connectors);
    }

    @Override
    public Answer<Directory> open(String name, DirectoryPrompts prompts) {
        Optional<DirectoryAccount> account = accounts.find(name);
        return account.isEmpty()
                ? Answer.failed(Problem.of(RunProblem.NO_SUCH_DIRECTORY, name))
                : connect(account.get(), accounts.secretsOf(name), prompts);
    }

    @Override
    public List<Finding> check(DirectoryAccount account, Secrets secrets, DirectoryPrompts prompts) {
        Answer<Directory> answer = connect(account, secrets, prompts);
        if (answer.failure().isPresent()) {
            return List.of(Finding.bad("sign-in", answer.failure().get()));
        }
        try (Directory directory = answer.result().orElseThrow()) {
            return directory.examine();
        }
    }

    private Answer<Directory> connect(DirectoryAccount account, Secrets secrets, DirectoryPrompts prompts) {
        Optional<DirectoryConnector> connector = connectors.stream()
                .filter(candidate -> candidate.type().equals(account.type()))
                .findFirst();
        if (connector.isEmpty()) {
            return Answer.failed(Problem.of(RunProblem.NO_SUCH_CONNECTOR, account.type()));
        }
        List<Problem> problems = connector.get().check(account.settings(), secrets);
        return problems.isEmpty()
                ? connector.get().connect(account.settings(), secrets, prompts)
                : Answer.failed(problems.getFirst());
    }
}
