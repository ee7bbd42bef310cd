package org.keyhopper.core.automatic;

import java.util.concurrent.CompletableFuture;
import org.keyhopper.core.request.Tally;

/** A run through printers. All methods are fast and callable from any thread. */
public interface AutomaticRun {

    AutomaticSnapshot snapshot();

    /** Adds a listener, which first receives the current state. */
    void addListener(AutomaticListener listener);

    /** Applies a choice to the whole run; ignored if it is no longer offered. */
    void choose(AutomaticChoice choice);

    /** Applies a choice to one printer as the answer to its current question. */
    default void choose(int printer, PrinterChoice choice) {
        choose(printer, choice, snapshot().printers().get(printer).question());
    }

    /**
     * Applies a choice to one printer. Ignored if it is no longer offered, or if the printer has another question, so that a
     * second click does not answer the next one.
     *
     * @param printer its place in the order, from 0
     * @param question as in the snapshot that the operator saw
     */
    void choose(int printer, PrinterChoice choice, int question);

    /** Completes with the final tally when the run ends, for any reason. Never completes exceptionally. */
    CompletableFuture<Tally> ended();
}
