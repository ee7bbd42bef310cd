package org.keyhopper.rehearsal.authenticator.card;

import java.time.Duration;
import java.util.Locale;

/**
 * A fault that occurs once.
 *
 * @param kind the command with which it occurs
 * @param occurrence the number of that command, counted from 1 when the fault is scheduled
 * @param effect its effect
 * @param delay for {@link Effect#DELAY} only
 */
public record Fault(CommandKind kind, int occurrence, Effect effect, Duration delay) {
    /** The effect of a fault. */
    public enum Effect {
        /** The card is removed before the command is executed. */
        PULL_BEFORE,
        /** The card is removed after the command was executed and before the response is sent. */
        PULL_AFTER,
        /** The command is executed, the response is random. */
        GARBAGE,
        /** The response is late. */
        DELAY,
        /** The card is permanently broken: 6F00 to everything. */
        DIE;

        /** Parses the command-line spelling, such as {@code pull-after}. */
        public static Effect named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Creates a fault without delay. */
    public static Fault of(CommandKind kind, int occurrence, Effect effect) {
        return new Fault(kind, occurrence, effect, Duration.ZERO);
    }
}
