package org.keyhopper.rehearsal.authenticator.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Reply;

/** Answers that wait for a "next" command; good for 30 seconds (CTAP 2.1, section 6). */
public final class Continuation {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String kind;
    private final Iterator<Supplier<Reply>> rest;
    private final Instant since;

    /** Answers of one kind, made when they are asked for. */
    public Continuation(String kind, List<Supplier<Reply>> answers, Instant since) {
        this(kind, answers.iterator(), since);
    }

    private Continuation(String kind, Iterator<Supplier<Reply>> rest, Instant since) {
        this.kind = kind;
        this.rest = rest;
        this.since = since;
    }

    boolean answers(String wanted, Instant now) {
        return kind.equals(wanted) && now.isBefore(since.plus(PATIENCE)) && rest.hasNext();
    }

    boolean isDone() {
        return !rest.hasNext();
    }

    Reply next() {
        return rest.next().get();
    }

    Continuation renewed(Instant now) {
        return new Continuation(kind, rest, now);
    }
}
