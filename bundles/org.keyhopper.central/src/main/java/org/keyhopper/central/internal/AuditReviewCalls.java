package org.keyhopper.central.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditReview;
import org.keyhopper.central.storage.AuditTable;
import org.keyhopper.central.storage.CentralStore;

/** The audit trail in the database, read in parts so that no transaction is long. */
public record AuditReviewCalls(CentralStore store) implements AuditReview {

    private static final int AT_ONCE = 1000;

    /** A search that finds nothing reads no more entries than these. */
    private static final int MOST = 50_000;

    private Optional<Problem> lacking(Caller caller) {
        Optional<Problem> lacking = caller.lacks(Privilege.VIEW_AUDIT_TRAIL, Place.ORGANISATION);
        lacking.ifPresent(
                problem -> store.write(in -> CallContext.refuse(in, caller, AuditAction.VIEW, "audit-trail", problem)));
        return lacking;
    }

    @Override
    public Answer<List<AuditEntry>> latest(
            Caller caller, Period period, long before, int limit, Predicate<AuditEntry> wanted) {
        Optional<Problem> lacking = lacking(caller);
        if (lacking.isPresent()) {
            return Answer.failed(lacking.get());
        }
        long next = period.until()
                .map(until -> Math.min(before, store.write(in -> in.audit().firstSince(until))))
                .orElse(before);
        long first = period.from()
                .map(from -> store.write(in -> in.audit().firstSince(from)))
                .orElse(0L);
        List<AuditEntry> found = new ArrayList<>();
        for (int read = 0; read < MOST && found.size() < limit && next > first; read += AT_ONCE) {
            long upTo = next;
            List<AuditEntry> some = store.write(in -> in.audit().before(upTo, AT_ONCE));
            some.stream()
                    .filter(entry -> entry.number() >= first)
                    .filter(wanted)
                    .limit((long) limit - found.size())
                    .forEach(found::add);
            if (some.size() < AT_ONCE) {
                return Answer.done(found);
            }
            next = some.getLast().number();
        }
        return Answer.done(found);
    }

    @Override
    public Answer<Verification> verify(Caller caller) {
        Optional<Problem> lacking = lacking(caller);
        if (lacking.isPresent()) {
            return Answer.failed(lacking.get());
        }
        AuditTable.Start start = store.write(in -> in.audit().start());
        String hash = start.hash();
        long last = start.number();
        while (true) {
            long from = last;
            List<AuditEntry> some = store.write(in -> in.audit().after(from, AT_ONCE));
            if (some.isEmpty()) {
                return Answer.done(new Verification(start.number() + 1, last, 0));
            }
            OptionalLong broken = AuditChain.firstBroken(hash, last + 1, some);
            if (broken.isPresent()) {
                return Answer.done(new Verification(start.number() + 1, last, broken.getAsLong()));
            }
            hash = some.getLast().hash();
            last = some.getLast().number();
        }
    }
}
