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

    private static final AuditAction VIEW = AuditAction.VIEW;
    private static final AuditAction CONFIGURED = AuditAction.DIRECTORY_CONFIGURED;

    /** The subject of calls about no directory in particular. */
    private static final String ALL = "directories";

    @Override
    public Answer<List<ConfiguredDirectory>> list(Caller caller) {
        Optional<Problem> lacking = caller.lacksEverywhere(Privilege.MANAGE_DIRECTORIES);
        return lacking.isPresent() ? refused(caller, VIEW, ALL, lacking.get()) : Answer.done(described(caller));
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

    private <T> Answer<T> refused(Caller caller, AuditAction action, String subject, Problem problem) {
        return store.write(in -> CallContext.refuse(in, caller, action, subject, problem));
    }

    private static String subject(String name) {
        return "directory:" + name;
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
                        subject(name),
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
                        CONFIGURED,
                        subject(name),
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
        return permitted(caller, VIEW, name)
                .flatMap(it -> directories.isConfigured(it)
                        ? directories.use(it, directory -> Answer.done(directory.examine()))
                        : unknown(caller, it));
    }

    private <T> Answer<T> unknown(Caller caller, String name) {
        return refused(caller, VIEW, subject(name), Problem.of(CentralProblem.NO_SUCH_DIRECTORY, name));
    }

    @Override
    public Answer<List<DirectoryConnector>> connectors(Caller caller) {
        return caller.lacksEverywhere(Privilege.MANAGE_DIRECTORIES)
                .map(problem -> this.<List<DirectoryConnector>>refused(caller, VIEW, ALL, problem))
                .orElseGet(() -> Answer.done(directories.directories().connectors().stream()
                        .sorted(Comparator.comparing(DirectoryConnector::displayName))
                        .toList()));
    }

    @Override
    public Answer<DirectoryAccount> find(Caller caller, String name) {
        return permitted(caller, VIEW, name)
                .flatMap(it -> accounts().find(name).map(Answer::done).orElseGet(() -> unknown(caller, it)));
    }

    /** Returns the name to those who may manage the directory. */
    private Answer<String> permitted(Caller caller, AuditAction action, String name) {
        return caller.lacks(Privilege.MANAGE_DIRECTORIES, new Place(name, ""))
                .map(problem -> this.<String>refused(caller, action, subject(name), problem))
                .orElseGet(() -> Answer.done(name));
    }

    private DirectoryAccounts accounts() {
        return directories.directories().accounts();
    }

    @Override
    public Answer<List<Problem>> put(Caller caller, DirectoryDraft draft, boolean add) {
        return permitted(caller, CONFIGURED, draft.account().name()).flatMap(name -> {
            if (directories.isConfigured(name) == add) {
                CentralProblem code = add ? CentralProblem.ALREADY_EXISTS : CentralProblem.NO_SUCH_DIRECTORY;
                return refused(caller, CONFIGURED, subject(name), Problem.of(code, name));
            }
            return connector(caller, CONFIGURED, draft.account()).map(connector -> configure(caller, draft, connector));
        });
    }

    /** Returns what is wrong with the draft, which is stored if nothing is. */
    private List<Problem> configure(Caller caller, DirectoryDraft draft, DirectoryConnector connector) {
        String name = draft.account().name();
        Optional<DirectoryAccount> kept = keeping(connector, draft.account());
        List<Problem> faults = connector.check(draft.account().settings(), secrets(draft, kept));
        if (faults.isEmpty()) {
            store.configure(draft, kept.isPresent(), in -> {
                in.settings().putSecretEnd(name, draft.secretEnd());
                return in.audit().append(AuditEvent.done(caller, CONFIGURED, subject(name)));
            });
        } else {
            refused(caller, CONFIGURED, subject(name), faults.getFirst());
        }
        return faults;
    }

    private Answer<DirectoryConnector> connector(Caller caller, AuditAction action, DirectoryAccount account) {
        return directories
                .connector(account.type())
                .map(Answer::done)
                .orElseGet(() -> refused(
                        caller,
                        action,
                        subject(account.name()),
                        Problem.of(CentralProblem.NO_SUCH_THING, account.type())));
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
        return permitted(caller, VIEW, draft.account().name())
                .flatMap(name -> connector(caller, VIEW, draft.account()))
                .map(connector -> directories
                        .directories()
                        .check(
                                draft.account(),
                                secrets(draft, keeping(connector, draft.account())),
                                new UnattendedPrompts(Set.of())));
    }
}
