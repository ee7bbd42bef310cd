package org.keyhopper.printer.sdk.printer;

import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.protocol.CompanionLink;
import org.keyhopper.printer.support.OneCardPrinter;
import org.keyhopper.printer.support.StatusMapping;

/** A printer behind a companion process. */
abstract class CompanionPrinter extends OneCardPrinter {

    final CompanionLink link;

    CompanionPrinter(CompanionLink link, PrinterIdentity identity, Capabilities capabilities) {
        super(identity, capabilities);
        this.link = link;
    }

    /** Queries the status through the SDK. */
    abstract PrinterStatus ask(Deadline deadline) throws PrinterException, InterruptedException;

    /** A printer that does not respond counts as offline. */
    @Override
    public final PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        try {
            return ask(deadline);
        } catch (PrinterException e) {
            return StatusMapping.unanswered(e);
        }
    }

    /**
     * No SDK has a call that clears a failure: the printer clears it once the operator has removed the cause, or not at
     * all.
     */
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
