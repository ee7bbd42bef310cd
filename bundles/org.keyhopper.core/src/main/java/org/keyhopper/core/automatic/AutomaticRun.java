package org.keyhopper.core.automatic;

import java.util.concurrent.CompletableFuture;
import org.keyhopper.core.request.Tally;

/** A run through printers. All methods are fast and callable from any thread. */
public interface AutomaticRun {

    AutomaticSnapshot snapshot();

    /** Adds a listener, which first receives the present state and then everything after. */
    void addListener(AutomaticListener listener);

    /** Passes on a choice for the whole run; ignored when no longer offered. */
    void choose(AutomaticChoice choice);

    /** Passes on a choice for one printer as the answer to the question that it asks now. */
    default void choose(int printer, PrinterChoice choice) {
        choose(printer, choice, snapshot().printers().get(printer).question());
    }

    /**
     * Passes on a choice for one printer. Ignored when it is no longer offered, or when the printer asks another question by
     * then, so that a second click does not answer the next one.
     *
     * @param printer its place in the order, from 0
     * @param question as in the snapshot that the operator saw
     */
    void choose(int printer, PrinterChoice choice, int question);

    /** Completes with the final tally when the run ended, for whatever reason. Never completes exceptionally. */
    CompletableFuture<Tally> ended();
}
