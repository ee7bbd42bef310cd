package org.keyhopper.printer.sdk.internal;

import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.OneCardPrinter;
import org.keyhopper.printer.support.StatusMapping;

/** One printer behind a companion process. */
abstract class CompanionPrinter extends OneCardPrinter {

    final CompanionLink link;

    CompanionPrinter(CompanionLink link, PrinterIdentity identity, Capabilities capabilities) {
        super(identity, capabilities);
        this.link = link;
    }

    /** Asks the kit how the printer is. */
    abstract PrinterStatus ask(Deadline deadline) throws PrinterException, InterruptedException;

    /** A printer that does not answer is off, as far as anybody can tell. */
    @Override
    public final PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        try {
            return ask(deadline);
        } catch (PrinterException e) {
            return StatusMapping.unanswered(e);
        }
    }

    /** No kit has a call that clears a trouble: a printer does it itself once somebody has removed the cause, or not at all. */
    @Override
    public final PrinterStatus recover(Recovery recovery, Deadline deadline)
            throws PrinterException, InterruptedException {
        return status(deadline);
    }

    @Override
    protected final void hangUp() {
        link.close();
    }
}
