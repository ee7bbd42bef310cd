package org.keyhopper.core.automatic;

/** The phases of a printer in a run. */
public enum PrinterPhase {
    /** Being opened and checked before its first card. */
    CHECKING,
    /** Waiting for its next card to be allowed: the run is paused, or the directory is slow. */
    WAITING,
    /** A card is moving to the encoder, or the operator is asked to insert one. */
    FEEDING,
    /** The card is at the encoder and is being identified. */
    IDENTIFYING,
    /** A ceremony is in progress. */
    WORKING,
    /** The card moves to the output tray. */
    EJECTING,
    /** The card moves to the reject tray. */
    REJECTING,
    /** The printer needs the operator; the notice says why. */
    NEEDS_OPERATOR,
    /** The location of the card is unknown: the operator has to check. */
    CARD_LOST,
    /** This printer has finished. */
    DONE,
    /** This printer takes no further part; the notice says why. */
    OUT
}
