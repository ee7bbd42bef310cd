package org.keyhopper.ui.model;

import org.keyhopper.api.request.Outcome;

/**
 * How an outcome is shown everywhere: a mark, its colour and a word.
 *
 * @param mark which drawing stands beside the word
 */
public record OutcomeLook(Outcome outcome, Tint tint, Mark mark, String word) {

    /** The small drawings that stand for a state. */
    public enum Mark {
        CHECK,
        CROSS,
        SKIP,
        RING,
        QUESTION,
        DOTS,
        ALERT
    }

    public static OutcomeLook of(Outcome outcome, Messages messages) {
        String word = messages.text("outcome." + outcome.name());
        return switch (outcome) {
            case PENDING -> new OutcomeLook(outcome, Tint.NEUTRAL, Mark.RING, word);
            case PROVISIONED -> new OutcomeLook(outcome, Tint.GOOD, Mark.CHECK, word);
            case FAILED -> new OutcomeLook(outcome, Tint.BAD, Mark.CROSS, word);
            case SKIPPED -> new OutcomeLook(outcome, Tint.ATTENTION, Mark.SKIP, word);
            case UNCLEAR -> new OutcomeLook(outcome, Tint.ACTIVE, Mark.QUESTION, word);
        };
    }
}
