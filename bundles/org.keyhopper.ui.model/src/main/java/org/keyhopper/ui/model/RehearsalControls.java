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

    /** Loads some new cards into the simulated printer. */
    void loadPrinter();

    /** Makes the next card jam in the simulated printer. */
    void jamNextCard();

    /** Removes the jammed card, if any. */
    void clearJam();
}
