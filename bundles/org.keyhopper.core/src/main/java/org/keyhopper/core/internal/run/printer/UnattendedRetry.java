package org.keyhopper.core.internal.run.printer;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterProblemCode;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption;
import org.keyhopper.core.automatic.AutomaticOrder.Resumption.ByPrinter;

/**
 * How long, and how often, a printer's problem was waited for without a person, since it last did what it was asked for.
 * Confined to the printer's thread.
 */
final class UnattendedRetry {

    /** Conditions that an operator at the printer sees and can clear. */
    private static final Set<FailureKind> EXPECTED = EnumSet.of(FailureKind.OPERATOR_NEEDED, FailureKind.BUSY);

    /** Ten seconds at first, for an operator who has just loaded cards; half a minute after ten attempts. */
    private static final int MOST_LOOKS = 20;

    private static final int MOST_LOOKS_LATER = 60;
    private static final int EARLY_TRIES = 10;

    private final Optional<ByPrinter> limits;
    private final RunClock clock;
    private Duration until;
    private int tries;

    UnattendedRetry(Resumption resumption, RunClock clock) {
        this.clock = clock;
        limits = resumption instanceof ByPrinter cleared ? Optional.of(cleared) : Optional.empty();
    }

    boolean isUnattended() {
        return limits.isPresent();
    }

    /** The printer works again. */
    void reset() {
        until = null;
        tries = 0;
    }

    /** Something is waited for, again or anew. */
    void begin() {
        if (until == null && isUnattended()) {
            until = clock.now().plus(limits.get().timeout());
        }
    }

    /** What was waited for seems to be over, so the printer is tried again. */
    void countAttempt() {
        tries++;
    }

    /** Returns whether the wait has led nowhere. */
    boolean isExhausted(Problem why) {
        return isUnattended()
                && (clock.now().compareTo(until) >= 0
                        || (!isExpected(why) && tries >= limits.get().tries()));
    }

    private static boolean isExpected(Problem why) {
        return why.code() instanceof PrinterProblemCode known && EXPECTED.contains(known.kind());
    }

    /** Returns how often to look before a printer that tells nothing is tried again: ever longer, to spare it. */
    int looksBeforeTrying() {
        return tries < EARLY_TRIES ? Math.min(1 << tries, MOST_LOOKS) : MOST_LOOKS_LATER;
    }
}
