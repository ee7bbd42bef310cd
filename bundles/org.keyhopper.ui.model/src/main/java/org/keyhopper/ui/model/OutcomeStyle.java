package org.keyhopper.ui.model;

import org.keyhopper.api.request.Outcome;

/**
 * The uniform presentation of an outcome: an icon, its colour and a word.
 *
 * @param mark the icon beside the word
 */
public record OutcomeStyle(Outcome outcome, Tint tint, Mark mark, String word) {

    /** The small icons that represent a state. */
    public enum Mark {
        CHECK,
        CROSS,
        SKIP,
        RING,
        QUESTION,
        DOTS,
        ALERT
    }

    public static OutcomeStyle of(Outcome outcome, Messages messages) {
        String word = messages.text("outcome." + outcome.name());
        return switch (outcome) {
            case PENDING -> new OutcomeStyle(outcome, Tint.NEUTRAL, Mark.RING, word);
            case PROVISIONED -> new OutcomeStyle(outcome, Tint.GOOD, Mark.CHECK, word);
            case FAILED -> new OutcomeStyle(outcome, Tint.BAD, Mark.CROSS, word);
            case SKIPPED -> new OutcomeStyle(outcome, Tint.ATTENTION, Mark.SKIP, word);
            case UNCLEAR -> new OutcomeStyle(outcome, Tint.ACTIVE, Mark.QUESTION, word);
        };
    }
}
