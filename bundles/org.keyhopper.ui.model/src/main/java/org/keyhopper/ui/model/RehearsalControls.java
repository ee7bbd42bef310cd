package org.keyhopper.ui.model;

import org.osgi.annotation.versioning.ConsumerType;

/** What an operator's hands would do at a rehearsal, where there are no real cards to put in. Fast, any thread. */
@ConsumerType
public interface RehearsalControls {

    /** Puts in a new card from the stack. */
    void putInNewCard();

    /** Puts in a card that is somebody's already. */
    void putInUsedCard();

    /** Takes out what is in the reader, if anything. */
    void takeOut();

    /** Puts some new cards into the simulated printer. */
    void loadPrinter();

    /** Lets the next card stick in the simulated printer. */
    void letTheNextCardJam();

    /** Takes out the card that sticks, if one does. */
    void clearJam();
}
