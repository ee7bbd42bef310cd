package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.operator.StoredRole;
import org.keyhopper.central.problem.CentralProblem;

/** Roles with their scopes as rows of a form: {@code role}, {@code scope} and {@code where}, the same number of each. */
public final class GrantForm {

    private static final int EMPTY_ROWS = 2;
    private static final int MOST = 100;
    private static final int NAME = 200;

    private GrantForm() {}

    /** A row of the form. */
    public record Row(String role, String scope, String where) {}

    /** Returns the rows for some grants, with empty ones at the end. */
    static List<Row> rows(List<Grant> grants) {
        List<Row> rows = new ArrayList<>();
        grants.forEach(grant -> rows.add(
                switch (grant.scope()) {
                    case Scope.Everything everything -> new Row(grant.role().name(), "all", "");
                    case Scope.OneDirectory(String name) -> new Row(grant.role().name(), "directory", name);
                    case Scope.OneSite(String name) -> new Row(grant.role().name(), "site", name);
                }));
        for (int i = 0; i < EMPTY_ROWS; i++) {
            rows.add(new Row("", "all", ""));
        }
        return rows;
    }

    /** Reads the rows that name a role. */
    static Answer<List<Grant>> read(MultivaluedMap<String, String> form, List<StoredRole> roles) {
        List<String> names = form.getOrDefault("role", List.of());
        List<String> scopes = form.getOrDefault("scope", List.of());
        List<String> wheres = form.getOrDefault("where", List.of());
        if (names.size() != scopes.size() || names.size() != wheres.size() || names.size() > MOST) {
            return Answer.failed(Problem.of(CentralProblem.BAD_CALL, "role"));
        }
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty()) {
                Optional<StoredRole> role = roles.stream()
                        .filter(each -> each.role().name().equals(name))
                        .findFirst();
                Optional<Scope> scope = scope(scopes.get(i), wheres.get(i).strip());
                if (role.isEmpty() || scope.isEmpty()) {
                    return Answer.failed(Problem.of(CentralProblem.BAD_CALL, role.isEmpty() ? "role" : "scope"));
                }
                grants.add(new Grant(role.get().role(), scope.get()));
            }
        }
        return Answer.done(grants);
    }

    private static Optional<Scope> scope(String scope, String where) {
        if ("all".equals(scope)) {
            return Optional.of(new Scope.Everything());
        }
        if (where.isEmpty() || where.length() > NAME) {
            return Optional.empty();
        }
        return Optional.of("site".equals(scope) ? new Scope.OneSite(where) : new Scope.OneDirectory(where));
    }

    /** Returns grants in words for a list. */
    static String words(List<Grant> grants) {
        return String.join(
                ", ",
                grants.stream()
                        .map(grant -> switch (grant.scope()) {
                            case Scope.Everything everything -> grant.role().name();
                            case Scope.OneDirectory(String name) -> grant.role().name() + " (" + name + ")";
                            case Scope.OneSite(String name) -> grant.role().name() + " (" + name + ")";
                        })
                        .toList());
    }
}
