package org.keyhopper.central.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.problem.CentralProblem;

/**
 * Who makes a call, once authenticated. Its privileges are checked here and nowhere else.
 *
 * @param kind what it is
 * @param id the id of a station or operator; empty for one that is not signed in
 * @param grants its roles
 * @param call the id of the call, for log and audit trail
 */
public record Caller(Kind kind, String id, List<Grant> grants, String call) {

    /** The kinds of callers. */
    public enum Kind {
        /** Not signed in. */
        NONE,
        /** A command at the computer of the server. */
        COMMAND,
        OPERATOR,
        STATION
    }

    public Caller {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
        Objects.requireNonNull(call);
        grants = List.copyOf(grants);
    }

    /** Returns a caller that is not signed in. */
    public static Caller none(String call) {
        return new Caller(Kind.NONE, "", List.of(), call);
    }

    /** Returns NOT_PERMITTED unless one of the roles has the privilege for what belongs to this directory. */
    public Optional<Problem> lacks(Privilege privilege, String directory) {
        boolean allowed = grants.stream()
                .anyMatch(grant -> grant.role().privileges().contains(privilege)
                        && grant.scope().contains(directory));
        return allowed ? Optional.empty() : Optional.of(Problem.of(CentralProblem.NOT_PERMITTED, privilege.name()));
    }

    /** Returns the name by which the audit trail knows it. */
    public String actor() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + (id.isEmpty() ? "" : ":" + id);
    }
}
