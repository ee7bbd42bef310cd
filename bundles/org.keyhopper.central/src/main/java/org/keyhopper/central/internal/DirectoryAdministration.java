package org.keyhopper.central.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.directory.ConfiguredDirectories;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.directory.DirectoryAccount;

/** The configured directories, each with what its connector says of it. */
public record DirectoryAdministration(CentralStore store, DirectorySessions directories)
        implements ConfiguredDirectories {

    @Override
    public Answer<List<ConfiguredDirectory>> list(Caller caller) {
        Optional<Problem> lacking = caller.lacksEverywhere(Privilege.MANAGE_DIRECTORIES);
        return lacking.isPresent()
                ? refused(caller, lacking.get())
                : Answer.done(directories.accounts().stream()
                        .filter(account -> mayManage(caller, account.name()))
                        .map(this::described)
                        .sorted(Comparator.comparing(ConfiguredDirectory::name))
                        .toList());
    }

    private static boolean mayManage(Caller caller, String name) {
        return caller.may(Privilege.MANAGE_DIRECTORIES, new Place(name, ""));
    }

    private <T> Answer<T> refused(Caller caller, Problem problem) {
        return store.write(in -> CallContext.refuse(in, caller, AuditAction.VIEW, "directories", problem));
    }

    private ConfiguredDirectory described(DirectoryAccount account) {
        Optional<DirectoryConnector> connector = directories.connector(account.type());
        return new ConfiguredDirectory(
                account.name(),
                account.type(),
                connector.map(DirectoryConnector::displayName).orElse(account.type()),
                connector
                        .map(it -> it.addresses(account.settings()).stream()
                                .sorted()
                                .toList())
                        .orElse(List.of()));
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
}
