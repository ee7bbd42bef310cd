package org.keyhopper.rehearsal.authenticator.card;

import java.time.Duration;
import java.util.Locale;

/**
 * Something that goes wrong once.
 *
 * @param kind with which command
 * @param occurrence with which one of them, counted from 1 when the fault is set
 * @param effect what goes wrong
 * @param delay for {@link Effect#DELAY} only
 */
public record Fault(CommandKind kind, int occurrence, Effect effect, Duration delay) {
    /** What goes wrong. */
    public enum Effect {
        /** The card is pulled before the command runs. */
        PULL_BEFORE,
        /** The card is pulled after the command ran and before the answer goes out. */
        PULL_AFTER,
        /** The command runs, the answer is noise. */
        GARBAGE,
        /** The answer comes late. */
        DELAY,
        /** The card is broken from now on: 6F00 to everything. */
        DIE;

        /** From the usual spelling, such as {@code pull-after}. */
        public static Effect named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** A fault with no delay. */
    public static Fault of(CommandKind kind, int occurrence, Effect effect) {
        return new Fault(kind, occurrence, effect, Duration.ZERO);
    }
}
