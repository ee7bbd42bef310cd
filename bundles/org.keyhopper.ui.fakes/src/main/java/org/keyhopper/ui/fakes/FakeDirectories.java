package org.keyhopper.ui.fakes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.run.RunProblem;

/** In-memory directories, all opened by one connector. */
public final class FakeDirectories implements Directories, DirectoryAccounts {

    /** Called during a sign-in with its prompts. */
    public Consumer<DirectoryPrompts> signingIn = prompts -> {};

    /** Called before a directory is saved. */
    public Runnable keeping = () -> {};

    /** Called with the secrets of a connection test. */
    public Consumer<Secrets> checking = secrets -> {};

    /** Called before a stored secret is read. */
    public Runnable readingSecrets = () -> {};

    private final FakeDirectory directory;
    private final List<DirectoryAccount> accounts = new ArrayList<>();
    private final Map<String, Map<String, Secret>> secrets = new HashMap<>();

    public FakeDirectories(FakeDirectory directory) {
        this.directory = directory;
    }

    @Override
    public DirectoryAccounts accounts() {
        return this;
    }

    @Override
    public List<DirectoryConnector> connectors() {
        return List.of(directory);
    }

    @Override
    public Answer<Directory> open(String name, DirectoryPrompts prompts) {
        signingIn.accept(prompts);
        return find(name).isPresent()
                ? Answer.done(directory)
                : Answer.failed(Problem.of(RunProblem.NO_SUCH_DIRECTORY, name));
    }

    @Override
    public List<Finding> check(DirectoryAccount account, Secrets typed, DirectoryPrompts prompts) {
        signingIn.accept(prompts);
        checking.accept(typed);
        return directory.examine();
    }

    @Override
    public void put(DirectoryAccount account) {
        keeping.run();
        remove(account.name());
        accounts.add(account);
    }

    @Override
    public void change(DirectoryAccount account) {
        keeping.run();
        accounts.replaceAll(old -> old.name().equals(account.name()) ? account : old);
    }

    @Override
    public Optional<DirectoryAccount> find(String name) {
        return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
    }

    @Override
    public List<DirectoryAccount> list() {
        return List.copyOf(accounts);
    }

    @Override
    public boolean remove(String name) {
        secrets.remove(name);
        return accounts.removeIf(account -> account.name().equals(name));
    }

    @Override
    public Secrets secretsOf(DirectoryAccount account) {
        Map<String, Secret> own = secrets.computeIfAbsent(account.name(), key -> new HashMap<>());
        return new Secrets() {
            @Override
            public Optional<Secret> get(String key) {
                readingSecrets.run();
                return Optional.ofNullable(own.get(key)).map(Secret::copy);
            }

            @Override
            public void put(String key, Secret secret) {
                own.put(key, secret.copy());
            }

            @Override
            public void forget(String key) {
                own.remove(key);
            }
        };
    }
}
