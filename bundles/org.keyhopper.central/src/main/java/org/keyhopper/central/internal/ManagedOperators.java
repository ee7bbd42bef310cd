package org.keyhopper.central.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.operator.Operators;
import org.keyhopper.central.operator.StoredRole;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;

/** Operators and roles in the database. */
public record ManagedOperators(CentralStore store) implements Operators {

    private ManagedCalls calls() {
        return new ManagedCalls(store);
    }

    private static <T> Answer<T> managed(Caller caller, Supplier<Answer<T>> work) {
        return ManagedCalls.unless(caller.lacks(Privilege.MANAGE_OPERATORS, Place.ORGANISATION), work);
    }

    @Override
    public Answer<Page<Operator>> list(Caller caller, Optional<String> after, int limit) {
        return calls().view(
                        caller,
                        "operators",
                        in -> ManagedCalls.unless(
                                caller.lacksSightOfAccess(),
                                () -> Answer.done(Page.of(
                                        in.operators().after(after.orElse(""), limit + 1), limit, Operator::login))));
    }

    @Override
    public Answer<Operator> find(Caller caller, String id) {
        return calls().view(
                        caller,
                        "operator:" + id,
                        in -> ManagedCalls.unless(
                                caller.lacksSightOfAccess(),
                                () -> ManagedCalls.found(in.operators().find(id), id)));
    }

    @Override
    public Answer<Operator> create(Caller caller, String key, String login, List<Grant> grants) {
        Answer<String> created = calls().create(
                        caller,
                        AuditAction.OPERATOR_ADDED,
                        key,
                        login + " " + grants,
                        in -> managed(caller, () -> {
                            if (in.operators().withLogin(login).isPresent()) {
                                return ManagedCalls.refused(CentralProblem.ALREADY_EXISTS, login);
                            }
                            String id = UUID.randomUUID().toString();
                            in.operators().add(added(in, id, login, grants));
                            return Answer.done("operator:" + id);
                        }));
        return created.flatMap(subject -> find(caller, subject.substring(subject.indexOf(':') + 1)));
    }

    /** Returns an operator who has not signed in. */
    static Operator added(CentralTransaction in, String id, String login, List<Grant> grants) {
        return new Operator(
                id, login, Optional.empty(), login, grants, List.of(), in.now(), Optional.empty(), false, 1);
    }

    @Override
    public Answer<Operator> update(Caller caller, String id, long version, List<Grant> grants, boolean disabled) {
        return calls().change(
                        caller,
                        AuditAction.OPERATOR_CHANGED,
                        "operator:" + id,
                        in -> managed(
                                caller, () -> ManagedCalls.found(in.operators().find(id), id)
                                        .flatMap(operator -> {
                                            Operator changed = operator.with(grants, disabled);
                                            return operator.version() == version
                                                            && in.operators().replace(changed)
                                                    ? Answer.done(changed)
                                                    : ManagedCalls.refused(CentralProblem.VERSION_DIFFERS);
                                        })));
    }

    @Override
    public Answer<List<StoredRole>> roles(Caller caller) {
        return calls().view(
                        caller,
                        "roles",
                        in -> ManagedCalls.unless(
                                caller.lacksSightOfAccess(),
                                () -> Answer.done(in.operators().roles())));
    }

    @Override
    public Answer<StoredRole> putRole(Caller caller, Role role, Optional<Long> version) {
        return calls().change(
                        caller,
                        AuditAction.ROLE_CHANGED,
                        "role:" + role.name(),
                        in -> managed(caller, () -> {
                            if (Role.named(role.name()).isPresent()) {
                                return ManagedCalls.refused(CentralProblem.ALREADY_EXISTS, role.name());
                            }
                            if (version.isEmpty()) {
                                return in.operators().addRole(role)
                                        ? Answer.done(new StoredRole(role, 1))
                                        : ManagedCalls.refused(CentralProblem.ALREADY_EXISTS, role.name());
                            }
                            return in.operators().replaceRole(role, version.get())
                                    ? Answer.done(new StoredRole(role, version.get() + 1))
                                    : ManagedCalls.refused(CentralProblem.VERSION_DIFFERS);
                        }));
    }

    @Override
    public Answer<String> removeRole(Caller caller, String name, long version) {
        return calls().change(
                        caller,
                        AuditAction.ROLE_REMOVED,
                        "role:" + name,
                        in -> managed(
                                caller,
                                () -> in.operators().removeRole(name, version)
                                        ? Answer.done(name)
                                        : ManagedCalls.refused(CentralProblem.VERSION_DIFFERS)));
    }
}
