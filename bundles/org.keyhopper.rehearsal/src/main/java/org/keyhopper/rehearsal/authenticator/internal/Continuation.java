package org.keyhopper.rehearsal.authenticator.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;

/** Responses to "next" commands; valid for 30 seconds (CTAP 2.1, section 6). */
public final class Continuation {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String kind;
    private final Iterator<Supplier<CborMapBuilder>> rest;
    private final Instant since;

    /** Creates a continuation whose responses are computed on request. */
    public Continuation(String kind, List<Supplier<CborMapBuilder>> answers, Instant since) {
        this(kind, answers.iterator(), since);
    }

    private Continuation(String kind, Iterator<Supplier<CborMapBuilder>> rest, Instant since) {
        this.kind = kind;
        this.rest = rest;
        this.since = since;
    }

    boolean answers(String wanted, Instant now) {
        return kind.equals(wanted) && now.isBefore(since.plus(TIMEOUT)) && rest.hasNext();
    }

    boolean isDone() {
        return !rest.hasNext();
    }

    CborMapBuilder next() {
        return rest.next().get();
    }

    Continuation renewed(Instant now) {
        return new Continuation(kind, rest, now);
    }
}
