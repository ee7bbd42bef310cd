package org.keyhopper.central.audit;

import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.problem.CentralProblem;

/**
 * Something that was done or refused. Holds no secret and no name of a person: a recipient is named by request and
 * position, so that names can be erased.
 *
 * @param actor who did it, see {@link Caller#actor()}
 * @param action what was done
 * @param subject to what, such as {@code claim:17} or {@code recipient:R7K3M/4}; may be empty
 * @param problem the code of the reason if it was refused
 * @param facts further facts by name
 * @param call the id of the call, which is in the log as well
 */
public record AuditEvent(
        String actor,
        AuditAction action,
        String subject,
        Optional<String> problem,
        SortedMap<String, String> facts,
        String call) {

    public AuditEvent {
        Objects.requireNonNull(actor);
        Objects.requireNonNull(action);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(call);
        facts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static AuditEvent done(Caller caller, AuditAction action, String subject) {
        return new AuditEvent(caller.actor(), action, subject, Optional.empty(), new TreeMap<>(), caller.call());
    }

    public static AuditEvent refused(Caller caller, AuditAction action, String subject, Problem problem) {
        AuditEvent event = new AuditEvent(
                caller.actor(), action, subject, Optional.of(problem.code().id()), new TreeMap<>(), caller.call());
        // The argument of any other problem may be the name of a person.
        return problem.code() instanceof CentralProblem && !problem.arguments().isEmpty()
                ? event.with("argument", problem.arguments().getFirst())
                : event;
    }

    public AuditEvent with(String fact, String value) {
        TreeMap<String, String> more = new TreeMap<>(facts);
        more.put(fact, value);
        return new AuditEvent(actor, action, subject, problem, more, call);
    }
}
