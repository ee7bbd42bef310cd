package org.keyhopper.core.automatic;

/** What a printer of a run is doing. */
public enum PrinterPhase {
    /** Being opened and looked at before its first card. */
    CHECKING,
    /** Waiting for its next card to be allowed: the run is paused, or the directory is slow. */
    WAITING,
    /** A card is on its way to the station, or a person is asked to put one there. */
    FEEDING,
    /** The card is at the station and being read. */
    IDENTIFYING,
    /** A ceremony is under way. */
    WORKING,
    /** The card goes to the good ones. */
    EJECTING,
    /** The card goes to the bad ones. */
    REJECTING,
    /** The printer needs a person; the notice says what for. */
    NEEDS_OPERATOR,
    /** Nobody knows where the card is: a person has to look. */
    CARD_LOST,
    /** This printer has done its part of the run. */
    DONE,
    /** This printer takes no further part; the notice says why. */
    OUT
}
