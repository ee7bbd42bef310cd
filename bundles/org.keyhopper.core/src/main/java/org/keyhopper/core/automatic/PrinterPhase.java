package org.keyhopper.core.automatic;

/** What a printer of a run is doing. */
public enum PrinterPhase {
    /** Being opened and checked before its first card. */
    CHECKING,
    /** Waiting for its next card to be allowed: the run is paused, or the directory is slow. */
    WAITING,
    /** A card is on its way to the station, or a person is asked to put one there. */
    FEEDING,
    /** The card is at the station and being read. */
    IDENTIFYING,
    /** A ceremony is under way. */
    WORKING,
    /** The card moves to the output tray. */
    EJECTING,
    /** The card moves to the reject tray. */
    REJECTING,
    /** The printer needs the operator; the notice says why. */
    NEEDS_OPERATOR,
    /** The location of the card is unknown: the operator has to check. */
    CARD_LOST,
    /** This printer has done its part of the run. */
    DONE,
    /** This printer takes no further part; the notice says why. */
    OUT
}
