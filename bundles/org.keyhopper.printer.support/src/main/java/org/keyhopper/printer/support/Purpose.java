package org.keyhopper.printer.support;

import java.io.IOException;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;

/** The purpose of a request, which determines the meaning of a missing reply. */
public enum Purpose {
    /** Changes nothing: may be repeated. */
    QUERY(PrinterProblem.NO_ANSWER),
    /** May move a card or end a job: without a reply, the effect is unknown. */
    MOVEMENT(PrinterProblem.MOVE_UNCONFIRMED);

    private final PrinterProblem withoutReply;

    Purpose(PrinterProblem withoutReply) {
        this.withoutReply = withoutReply;
    }

    /** Returns the failure of a request that was sent and not answered. */
    public PrinterException unanswered(IOException cause) {
        return PrinterException.of(withoutReply).withDetail(cause.toString()).causedBy(cause);
    }
}
