package org.keyhopper.central.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.directory.ConfiguredDirectories;
import org.keyhopper.central.directory.ConfirmedChanges;
import org.keyhopper.central.directory.DirectoryDraft;
import org.keyhopper.central.directory.UnattendedPrompts;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;

/** The configured directories, each with what its connector says of it. */
public record DirectoryAdministration(CentralStore store, DirectorySessions directories)
        implements ConfiguredDirectories {

    @Override
    public Answer<List<ConfiguredDirectory>> list(Caller caller) {
        Optional<Problem> lacking = caller.lacksEverywhere(Privilege.MANAGE_DIRECTORIES);
        return lacking.isPresent() ? refused(caller, lacking.get()) : Answer.done(described(caller));
    }

    private List<ConfiguredDirectory> described(Caller caller) {
        Map<String, LocalDate> ends = store.write(in -> in.settings().secretEnds());
        return directories.accounts().stream()
                .filter(account -> mayManage(caller, account.name()))
                .map(account -> described(account, Optional.ofNullable(ends.get(account.name()))))
                .sorted(Comparator.comparing(ConfiguredDirectory::name))
                .toList();
    }

    private static boolean mayManage(Caller caller, String name) {
        return caller.may(Privilege.MANAGE_DIRECTORIES, new Place(name, ""));
    }

    private <T> Answer<T> refused(Caller caller, Problem problem) {
        return store.write(in -> CallContext.refuse(in, caller, AuditAction.VIEW, "directories", problem));
    }

    private ConfiguredDirectory described(DirectoryAccount account, Optional<LocalDate> secretEnd) {
        Optional<DirectoryConnector> connector = directories.connector(account.type());
        return new ConfiguredDirectory(
                account.name(),
                account.type(),
                connector.map(DirectoryConnector::displayName).orElse(account.type()),
                connector
                        .map(it -> it.addresses(account.settings()).stream()
                                .sorted()
                                .toList())
                        .orElse(List.of()),
                secretEnd);
    }

    @Override
    public Answer<ConfirmedChanges> confirmedChanges(Caller caller, String name) {
        boolean known = directories.isConfigured(name);
        return new ManagedCalls(store)
                .view(
                        caller,
                        "directory:" + name,
                        in -> managed(
                                caller,
                                name,
                                known,
                                () -> Answer.done(in.settings().confirmedChanges(name))));
    }

    @Override
    public Answer<ConfirmedChanges> confirm(Caller caller, ConfirmedChanges changes) {
        String name = changes.directory();
        boolean known = directories.isConfigured(name);
        return new ManagedCalls(store)
                .change(
                        caller,
                        AuditAction.DIRECTORY_CONFIGURED,
                        "directory:" + name,
                        in -> managed(
                                caller,
                                name,
                                known,
                                () -> in.settings().put(changes)
                                        ? Answer.done(in.settings().confirmedChanges(name))
                                        : ManagedCalls.refused(CentralProblem.VERSION_DIFFERS)));
    }

    private static Answer<ConfirmedChanges> managed(
            Caller caller, String name, boolean known, Supplier<Answer<ConfirmedChanges>> work) {
        return ManagedCalls.unless(
                caller.lacks(Privilege.MANAGE_DIRECTORIES, new Place(name, "")),
                () -> known ? work.get() : ManagedCalls.refused(CentralProblem.NO_SUCH_DIRECTORY, name));
    }

    @Override
    public Answer<List<Finding>> test(Caller caller, String name) {
        Optional<Problem> lacking = caller.lacks(Privilege.MANAGE_DIRECTORIES, new Place(name, ""));
        if (lacking.isPresent()) {
            return refused(caller, lacking.get());
        }
        if (!directories.isConfigured(name)) {
            return Answer.failed(Problem.of(CentralProblem.NO_SUCH_DIRECTORY, name));
        }
        return directories.use(name, directory -> Answer.done(directory.examine()));
    }

    @Override
    public Answer<List<DirectoryConnector>> connectors(Caller caller) {
        return caller.lacksEverywhere(Privilege.MANAGE_DIRECTORIES)
                .map(problem -> this.<List<DirectoryConnector>>refused(caller, problem))
                .orElseGet(() -> Answer.done(directories.directories().connectors().stream()
                        .sorted(Comparator.comparing(DirectoryConnector::displayName))
                        .toList()));
    }

    @Override
    public Answer<DirectoryAccount> find(Caller caller, String name) {
        return permitted(caller, name).flatMap(it -> accounts()
                .find(name)
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(Problem.of(CentralProblem.NO_SUCH_DIRECTORY, name))));
    }

    /** Returns the name to those who may manage the directory. */
    private Answer<String> permitted(Caller caller, String name) {
        return caller.lacks(Privilege.MANAGE_DIRECTORIES, new Place(name, ""))
                .map(problem -> this.<String>refused(caller, problem))
                .orElseGet(() -> Answer.done(name));
    }

    private DirectoryAccounts accounts() {
        return directories.directories().accounts();
    }

    @Override
    public Answer<List<Problem>> put(Caller caller, DirectoryDraft draft, boolean add) {
        DirectoryAccount account = draft.account();
        return permitted(caller, account.name()).flatMap(name -> {
            if (directories.isConfigured(name) == add) {
                CentralProblem code = add ? CentralProblem.ALREADY_EXISTS : CentralProblem.NO_SUCH_DIRECTORY;
                return Answer.failed(Problem.of(code, name));
            }
            return connector(account).map(connector -> {
                Optional<DirectoryAccount> kept = keeping(connector, account);
                List<Problem> faults = connector.check(account.settings(), secrets(draft, kept));
                if (faults.isEmpty()) {
                    store(draft, kept.isPresent());
                    store.write(in -> {
                        in.settings().putSecretEnd(name, draft.secretEnd());
                        return in.audit()
                                .append(AuditEvent.done(caller, AuditAction.DIRECTORY_CONFIGURED, "directory:" + name));
                    });
                }
                return faults;
            });
        });
    }

    private void store(DirectoryDraft draft, boolean keep) {
        DirectoryAccount account = draft.account();
        if (keep) {
            accounts().change(account);
        } else {
            accounts().put(account);
        }
        Secrets stored = accounts().secretsOf(account);
        draft.secrets().forEach(stored::put);
    }

    private Answer<DirectoryConnector> connector(DirectoryAccount account) {
        return directories
                .connector(account.type())
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(Problem.of(CentralProblem.NO_SUCH_THING, account.type())));
    }

    /** Returns the stored directory if its secrets may be sent to the addresses of the draft. */
    private Optional<DirectoryAccount> keeping(DirectoryConnector connector, DirectoryAccount draft) {
        return accounts().find(draft.name()).filter(stored -> draft.isAtSameAddress(stored, connector::addresses));
    }

    private DraftSecrets secrets(DirectoryDraft draft, Optional<DirectoryAccount> kept) {
        return new DraftSecrets(draft.secrets(), kept.map(accounts()::secretsOf));
    }

    @Override
    public Answer<List<Finding>> test(Caller caller, DirectoryDraft draft) {
        return permitted(caller, draft.account().name())
                .flatMap(name -> connector(draft.account()))
                .map(connector -> directories
                        .directories()
                        .check(
                                draft.account(),
                                secrets(draft, keeping(connector, draft.account())),
                                new UnattendedPrompts(Set.of())));
    }
}
