package org.keyhopper.central.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.central.storage.IdempotencyTable;

/**
 * What the calls of those who manage Central share: one transaction with its entry in the audit trail. The work checks
 * before it writes, since the transaction of a refusal is committed.
 */
record ManagedCalls(CentralStore store) {

    /** Something that is done in a transaction. */
    @FunctionalInterface
    interface Work<T> extends Function<CentralTransaction, Answer<T>> {}

    /** Reads something; only a refusal is recorded. */
    <T> Answer<T> view(Caller caller, String subject, Work<T> work) {
        return store.write(in -> recorded(in, caller, AuditAction.VIEW, subject, work.apply(in)));
    }

    /** Changes something. */
    <T> Answer<T> change(Caller caller, AuditAction action, String subject, Work<T> work) {
        return store.write(in -> {
            Answer<T> answer = recorded(in, caller, action, subject, work.apply(in));
            answer.result().ifPresent(done -> in.audit().append(AuditEvent.done(caller, action, subject)));
            return answer;
        });
    }

    /**
     * Creates something once for each key.
     *
     * @param call what is asked for, to be compared when the key is used again
     * @param work creates it and returns its id
     */
    Answer<String> create(Caller caller, AuditAction action, String key, String call, Work<String> work) {
        String digest = sha256(action + " " + call);
        return store.write(in -> {
            Optional<IdempotencyTable.Used> before = in.idempotency().reserve(caller.actor(), key, digest);
            if (before.isPresent()) {
                return before.get().call().equals(digest)
                        ? Answer.done(before.get().result())
                        : CallContext.refuse(in, caller, action, "", Problem.of(CentralProblem.IDEMPOTENCY_KEY_REUSED));
            }
            Answer<String> answer = work.apply(in);
            if (answer instanceof Answer.Done<String>(String id)) {
                in.idempotency().complete(caller.actor(), key, id);
                in.audit().append(AuditEvent.done(caller, action, id));
            } else {
                in.idempotency().free(caller.actor(), key);
            }
            return recorded(in, caller, action, "", answer);
        });
    }

    private static <T> Answer<T> recorded(
            CentralTransaction in, Caller caller, AuditAction action, String subject, Answer<T> answer) {
        return answer instanceof Answer.Failed<T>(Problem problem)
                ? CallContext.refuse(in, caller, action, subject, problem)
                : answer;
    }

    /** Returns the problem as an answer, or what is done without one. */
    static <T> Answer<T> unless(Optional<Problem> lacking, Supplier<Answer<T>> work) {
        return lacking.<Answer<T>>map(Answer::failed).orElseGet(work);
    }

    static <T> Answer<T> found(Optional<T> thing, String id) {
        return thing.map(Answer::done).orElseGet(() -> Answer.failed(Problem.of(CentralProblem.NO_SUCH_THING, id)));
    }

    static <T> Answer<T> refused(CentralProblem code, String... arguments) {
        return Answer.failed(Problem.of(code, arguments));
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
