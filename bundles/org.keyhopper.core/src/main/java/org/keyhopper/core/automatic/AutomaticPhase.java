package org.keyhopper.core.automatic;

/** The phases of a run through printers. */
public enum AutomaticPhase {
    /** Signing in, opening printers, checking that everything is ready. */
    PREPARING,
    RUNNING,
    /** Everything that was under way is done or comes to its end; nothing new is begun. */
    PAUSED,
    /** The directory is out; the run goes on by itself when it is back. The notice says since when. */
    DIRECTORY_OUT,
    /** Ends after the cards under way. */
    STOPPING,
    /** Every recipient of this run was served. */
    COMPLETED,
    /** The run cannot go on or was stopped; the notice says why. */
    HALTED
}
