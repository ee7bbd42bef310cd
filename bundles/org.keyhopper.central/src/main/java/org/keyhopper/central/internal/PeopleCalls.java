package org.keyhopper.central.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.directory.DirectoryPeople;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.directory.DirectoryAccount;

/** Asks the open directories. */
public record PeopleCalls(CentralStore store, DirectorySessions directories) implements DirectoryPeople {

    @Override
    public Answer<List<String>> directories(Caller caller) {
        return caller.lacksEverywhere(Privilege.CREATE_REQUEST)
                .<Answer<List<String>>>map(problem -> refused(caller, "directories", problem))
                .orElseGet(() -> Answer.done(directories.accounts().stream()
                        .map(DirectoryAccount::name)
                        .filter(name -> mayCreate(caller, name))
                        .sorted()
                        .toList()));
    }

    /** With a role for one site only, a request may be created in any directory, for that site. */
    private static boolean mayCreate(Caller caller, String directory) {
        return caller.grants().stream()
                .filter(grant -> grant.role().privileges().contains(Privilege.CREATE_REQUEST))
                .map(Grant::scope)
                .anyMatch(scope -> scope instanceof Scope.OneSite || scope.contains(new Place(directory, "")));
    }

    private <T> Answer<T> refused(Caller caller, String subject, Problem problem) {
        return store.write(in -> CallContext.refuse(in, caller, AuditAction.VIEW, subject, problem));
    }

    private <T> Answer<T> ask(Caller caller, String directory, Function<Directory, Answer<T>> question) {
        Optional<Problem> lacking = mayCreate(caller, directory)
                ? Optional.empty()
                : caller.lacks(Privilege.CREATE_REQUEST, new Place(directory, ""));
        return lacking.isPresent()
                ? refused(caller, "directory:" + directory, lacking.get())
                : directories.use(directory, question);
    }

    @Override
    public Answer<List<DirectoryUser>> search(Caller caller, String directory, String text, int limit) {
        return ask(caller, directory, opened -> opened.people().search(text, limit));
    }

    @Override
    public Answer<List<DirectoryGroup>> searchGroups(Caller caller, String directory, String text, int limit) {
        return ask(caller, directory, opened -> opened.people().searchGroups(text, limit));
    }

    @Override
    public Answer<List<DirectoryUser>> membersOf(Caller caller, String directory, String group, IntPredicate proceed) {
        return ask(caller, directory, opened -> opened.people().membersOf(group, proceed));
    }

    @Override
    public Answer<List<DirectoryUser>> withoutPasskey(
            Caller caller, String directory, List<DirectoryUser> people, IntPredicate proceed) {
        return ask(caller, directory, opened -> withoutPasskey(opened, people, proceed));
    }

    private static Answer<List<DirectoryUser>> withoutPasskey(
            Directory opened, List<DirectoryUser> people, IntPredicate proceed) {
        List<DirectoryUser> without = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (!proceed.test(i)) {
                return Answer.failed(Problem.of(DirectoryProblem.CANCELLED));
            }
            Answer<List<RegisteredPasskey>> passkeys = opened.passkeys().list(people.get(i));
            if (passkeys.failure().isPresent()) {
                return Answer.failed(passkeys.failure().get());
            }
            if (passkeys.result().orElseThrow().isEmpty()) {
                without.add(people.get(i));
            }
        }
        return Answer.done(without);
    }
}
