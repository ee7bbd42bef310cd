package org.keyhopper.ui.model;

import org.osgi.annotation.versioning.ConsumerType;

/** Controls the simulated reader and printer of a rehearsal in place of an operator's hands. Fast, any thread. */
@ConsumerType
public interface RehearsalControls {

    /** Inserts a new card from the stack. */
    void insertNewCard();

    /** Inserts a card that is already assigned. */
    void insertUsedCard();

    /** Removes the card from the reader, if any. */
    void removeCard();

    /** Puts the card that was removed last back into the reader, if that is empty. */
    void putBackCard();

    /** Loads some new cards into the simulated printer. */
    void loadPrinter();

    /** Loads a card that is already assigned, and one with a defective chip, below the cards in the printer. */
    void loadFaultyCards();

    /** Makes the next card jam in the simulated printer. */
    void jamNextCard();

    /** Removes the jammed card, if any. */
    void clearJam();

    /** Returns whether devices take about as long as real ones. */
    boolean isRealistic();

    /** Makes devices take about as long as real ones, or answer at once. */
    void setRealistic(boolean realistic);
}
