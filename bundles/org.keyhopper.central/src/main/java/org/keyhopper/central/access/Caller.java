package org.keyhopper.central.access;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.problem.CentralProblem;

/**
 * Who makes a call, once authenticated. Its privileges are checked here and nowhere else.
 *
 * @param kind what it is
 * @param id the id of a station, API client or operator; empty for one that is not signed in
 * @param grants its roles
 * @param call the id of the call, for log and audit trail
 * @param station the id of the station at which an operator works
 */
public record Caller(Kind kind, String id, List<Grant> grants, String call, Optional<String> station) {

    /** The kinds of callers. */
    public enum Kind {
        /** Not signed in. */
        NONE,
        /** A command at the computer of the server. */
        COMMAND,
        OPERATOR,
        /** An operator who signed in with the code for emergencies, without the identity provider. */
        BREAK_GLASS,
        STATION,
        API_CLIENT,
        /** Signed in to pick up the PIN of their own device, and for nothing else. */
        VISITOR
    }

    public Caller {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
        Objects.requireNonNull(call);
        Objects.requireNonNull(station);
        grants = List.copyOf(grants);
    }

    /** A caller that makes its calls itself. */
    public Caller(Kind kind, String id, List<Grant> grants, String call) {
        this(kind, id, grants, call, Optional.empty());
    }

    /** Returns the id of the station that holds the claims of this caller. */
    public String holder() {
        return station.orElse(id);
    }

    /** Returns a caller that is not signed in. */
    public static Caller none(String call) {
        return new Caller(Kind.NONE, "", List.of(), call);
    }

    /** Returns NOT_PERMITTED unless one of the roles has the privilege for what belongs to this place. */
    public Optional<Problem> lacks(Privilege privilege, Place place) {
        return may(privilege, place) ? Optional.empty() : Optional.of(refusal(privilege));
    }

    /** Returns NOT_PERMITTED unless one of the roles has the privilege anywhere, such as for a list. */
    public Optional<Problem> lacksEverywhere(Privilege privilege) {
        return grants.stream().anyMatch(grant -> has(grant, privilege))
                ? Optional.empty()
                : Optional.of(refusal(privilege));
    }

    /** Returns NOT_PERMITTED unless one of the roles may manage the organisation's operators, or see its audit trail. */
    public Optional<Problem> lacksSightOfAccess() {
        return may(Privilege.VIEW_AUDIT_TRAIL, Place.ORGANISATION)
                ? Optional.empty()
                : lacks(Privilege.MANAGE_OPERATORS, Place.ORGANISATION);
    }

    /** Returns whether one of the roles has the privilege for what belongs to this place. */
    public boolean may(Privilege privilege, Place place) {
        return grants.stream()
                .anyMatch(grant -> has(grant, privilege) && grant.scope().contains(place));
    }

    private static boolean has(Grant grant, Privilege privilege) {
        return grant.role().privileges().contains(privilege);
    }

    private static Problem refusal(Privilege privilege) {
        return Problem.of(CentralProblem.NOT_PERMITTED, privilege.name());
    }

    /** Returns whether a person makes the call, and not a program. */
    public boolean isPerson() {
        return kind == Kind.OPERATOR || kind == Kind.BREAK_GLASS;
    }

    /** Returns the name by which the audit trail knows it. */
    public String actor() {
        return kind.name().toLowerCase(Locale.ROOT) + (id.isEmpty() ? "" : ":" + id);
    }
}
