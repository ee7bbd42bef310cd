package org.keyhopper.central.internal;

import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reservation of one enrolment for one call to the directory, so that no two calls do the same at once, or undo what
 * the other does. Used by one thread; closing it ends the reservation on every path on which no result was stored.
 */
final class Reservation implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Reservation.class);

    private final CallContext context;
    private Optional<Enrolment> held = Optional.empty();
    private boolean stored;

    Reservation(CallContext context) {
        this.context = context;
    }

    /** Reserves an enrolment whose row is locked; IN_PROGRESS while another call is being carried out. */
    Answer<Enrolment> take(CentralTransaction in, Caller caller, AuditAction action, Enrolment enrolment) {
        long claim = enrolment.claim();
        if (context.calls().add(claim)) {
            held = Optional.of(enrolment);
            // One of this instance without a call was left by a failure of the database.
            in.enrolments().unreserve(claim);
            if (in.enrolments().reserve(claim)) {
                return Answer.done(enrolment);
            }
        }
        return CallContext.refuse(
                in, caller, action, CallContext.subject(enrolment), Problem.of(CentralProblem.IN_PROGRESS));
    }

    /** Stores the result of the call and ends the reservation; unclear if another instance has taken it over. */
    <T> Answer<T> store(Function<CentralTransaction, Answer<T>> work) {
        long claim = held.orElseThrow().claim();
        Answer<T> answer = context.store().write(in -> {
            in.enrolments().lock(claim);
            if (in.enrolments().unreserve(claim)) {
                return work.apply(in);
            }
            LOGGER.warn("The reservation of claim {} was lost; the result of the call is not stored", claim);
            return Answer.unclear(Problem.of(CentralProblem.IN_PROGRESS));
        });
        stored = true;
        return answer;
    }

    @Override
    public void close() {
        if (held.isEmpty()) {
            return;
        }
        long claim = held.get().claim();
        try {
            if (!stored) {
                context.store().write(in -> in.enrolments().unreserve(claim));
            }
        } finally {
            context.calls().remove(claim);
        }
    }
}
