package org.keyhopper.central.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;

/** Reads the audit trail backwards and verifies it, for those who may see it. Blocking on the database; any thread. */
public interface AuditReview {

    /**
     * When entries were written.
     *
     * @param from the first time; empty for any
     * @param until the first time after it; empty for any
     */
    record Period(Optional<Instant> from, Optional<Instant> until) {

        /** Any time. */
        public static final Period ALL = new Period(Optional.empty(), Optional.empty());
    }

    /**
     * Returns entries, the latest first.
     *
     * @param before only entries with a lower number
     * @param wanted which of them
     */
    Answer<List<AuditEntry>> latest(Caller caller, Period period, long before, int limit, Predicate<AuditEntry> wanted);

    /**
     * The result of a verification.
     *
     * @param first the number of the first entry that was verified; those before were removed after their time
     * @param last the number of the last one
     * @param broken the number of the first entry that is missing or was changed; 0 if none is
     */
    record Verification(long first, long last, long broken) {}

    /** Verifies the chain of all entries; seconds for a large trail. */
    Answer<Verification> verify(Caller caller);
}
