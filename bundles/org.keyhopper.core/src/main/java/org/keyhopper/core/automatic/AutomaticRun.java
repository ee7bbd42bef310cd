package org.keyhopper.core.automatic;

import java.util.concurrent.CompletableFuture;
import org.keyhopper.core.request.Tally;

/** A run through printers. All methods are fast and callable from any thread. */
public interface AutomaticRun {

    AutomaticSnapshot snapshot();

    /** Adds a listener, which first receives the present state and then everything after. */
    void follow(AutomaticListener listener);

    /** Passes on a choice for the whole run; ignored when no longer offered. */
    void choose(AutomaticChoice choice);

    /** Passes on a choice for one printer, by its place in the order from 0; ignored when no longer offered. */
    void choose(int printer, PrinterChoice choice);

    /** Completes with the final tally when the run ended, for whatever reason. Never completes exceptionally. */
    CompletableFuture<Tally> ended();
}
