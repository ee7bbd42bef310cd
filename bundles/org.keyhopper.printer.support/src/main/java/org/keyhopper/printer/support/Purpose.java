package org.keyhopper.printer.support;

import java.io.IOException;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;

/** What a request is for, which decides what silence means. */
public enum Purpose {
    /** Changes nothing: may be asked again. */
    QUESTION(PrinterProblem.NO_ANSWER),
    /** May move a card or end something: silence leaves open whether it was done. */
    MOVEMENT(PrinterProblem.MOVE_UNCONFIRMED);

    private final PrinterProblem silence;

    Purpose(PrinterProblem silence) {
        this.silence = silence;
    }

    /** Returns the failure of a request that was sent and not answered. */
    public PrinterException unanswered(IOException cause) {
        return PrinterException.of(silence).withDetail(cause.toString()).causedBy(cause);
    }
}
