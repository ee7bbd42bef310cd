package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;

/** One card in one reader, from its insertion to its removal. Shared by the monitor and the card's worker. */
final class Insertion {

    /** A reader may tell of the end of a power cycle a little later than the card's worker knows it. */
    private static final Duration ECHO = Duration.ofMillis(300);

    private final LinkId id;
    private final String atr;
    private volatile Problem end;
    private volatile Deadline powerCycle = Deadline.in(Duration.ZERO);

    Insertion(LinkId id, String atr) {
        this.id = id;
        this.atr = atr;
    }

    LinkId id() {
        return id;
    }

    String reader() {
        return id.slot();
    }

    /** Returns the ATR in hex; empty when the card did not tell it. */
    String atr() {
        return atr;
    }

    /** Returns why it is over, or empty while it lasts as far as the monitor knows. */
    Optional<Problem> end() {
        return Optional.ofNullable(end);
    }

    void endBecause(Problem why) {
        end = why;
    }

    /** Says that the card is going to look removed and inserted again, until then at the latest. */
    void powerCycleBegins(Deadline end) {
        powerCycle = end;
    }

    void powerCycleEnded() {
        powerCycle = Deadline.in(ECHO);
    }

    /** Whether a removal that the reader reports now may be our own doing. */
    boolean inPowerCycle() {
        return !powerCycle.hasPassed();
    }
}
