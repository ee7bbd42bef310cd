package org.keyhopper.core.automatic;

/** The phases of a run through printers. */
public enum AutomaticPhase {
    /** Signing in, opening printers, checking that everything is ready. */
    PREPARING,
    RUNNING,
    /** Cards in progress are finished; no card is taken. */
    PAUSED,
    /** The directory is not available; the run continues when it is. The notice says since when. */
    DIRECTORY_OUT,
    /** Ends after the cards in progress. */
    STOPPING,
    /** Every recipient of this run is settled. */
    COMPLETED,
    /** The run cannot continue, or was stopped; the notice says why. */
    HALTED
}
