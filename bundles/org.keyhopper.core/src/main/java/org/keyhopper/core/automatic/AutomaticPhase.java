package org.keyhopper.core.automatic;

/** Where a run through printers stands. */
public enum AutomaticPhase {
    /** Signing in, opening printers, looking whether everything is ready. */
    PREPARING,
    RUNNING,
    /** Everything that was under way is done or comes to its end; nothing new is begun. */
    PAUSED,
    /** The directory is out; the run goes on by itself when it is back. The notice says since when. */
    DIRECTORY_OUT,
    /** Ends after the cards under way. */
    STOPPING,
    /** Everybody of this run was attended to. */
    COMPLETED,
    /** The run cannot go on or was stopped; the notice says why. */
    HALTED
}
