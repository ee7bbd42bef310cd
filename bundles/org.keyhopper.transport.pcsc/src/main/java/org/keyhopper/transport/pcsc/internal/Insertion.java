package org.keyhopper.transport.pcsc.internal;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkId;

/** One card in one reader, from its insertion to its removal. Shared by the monitor and the card's worker thread. */
final class Insertion {

    /** A reader may report the end of a power cycle slightly later than the card's worker. */
    private static final Duration REPORT_DELAY = Duration.ofMillis(300);

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

    /** Returns the ATR in hex; empty if it could not be read. */
    String atr() {
        return atr;
    }

    /** Returns why the insertion ended, or empty if the monitor has detected no end. */
    Optional<Problem> end() {
        return Optional.ofNullable(end);
    }

    void endBecause(Problem why) {
        end = why;
    }

    /** Announces that the card will appear removed and reinserted, until the given time at the latest. */
    void powerCycleBegins(Deadline end) {
        powerCycle = end;
    }

    void powerCycleEnded() {
        powerCycle = Deadline.in(REPORT_DELAY);
    }

    /** Returns whether a removal that the reader reports may be caused by our power cycle. */
    boolean inPowerCycle() {
        return !powerCycle.hasPassed();
    }
}
