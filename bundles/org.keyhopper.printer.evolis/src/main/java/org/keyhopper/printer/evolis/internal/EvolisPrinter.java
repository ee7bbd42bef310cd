package org.keyhopper.printer.evolis.internal;

import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.Known;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.OneCardPrinter;
import org.keyhopper.printer.support.Purpose;

/** One Evolis printer. */
final class EvolisPrinter extends OneCardPrinter {

    private final EvolisLink link;
    private final EvolisOptions options;

    private EvolisPrinter(EvolisLink link, EvolisOptions options, PrinterIdentity identity) {
        super(identity, capabilities(link, options));
        this.link = link;
        this.options = options;
    }

    static EvolisPrinter open(EvolisLink link, EvolisOptions options, Deadline deadline)
            throws PrinterException, InterruptedException {
        boolean well = false;
        try {
            PrinterIdentity identity = new PrinterIdentity(
                    "Evolis",
                    ask(link, EvolisProtocol.MODEL, deadline),
                    ask(link, EvolisProtocol.SERIAL, deadline),
                    ask(link, EvolisProtocol.FIRMWARE, deadline));
            well = true;
            return new EvolisPrinter(link, options, identity);
        } finally {
            if (!well) {
                link.close();
            }
        }
    }

    @Override
    public PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        return link.status(deadline);
    }

    @Override
    public PrinterStatus recover(Recovery recovery, Deadline deadline) throws PrinterException, InterruptedException {
        EvolisSession path = new EvolisSession(link, Station.CONTACTLESS, options.rejectBox());
        switch (recovery) {
            case CLEAR, RETRY -> path.move(EvolisProtocol.CLEAR, deadline);
            case EJECT_CARD -> path.eject(deadline);
            case REJECT_CARD -> {
                if (options.rejectTray() == Known.NO) {
                    path.eject(deadline);
                } else {
                    path.reject("", deadline);
                }
            }
        }
        return status(deadline);
    }

    @Override
    protected CardPath reserve(Station station, Deadline deadline) throws PrinterException, InterruptedException {
        link.takeOver(deadline);
        return new EvolisSession(link, station, options.rejectBox());
    }

    @Override
    protected void hangUp() {
        link.close();
    }

    private static String ask(EvolisLink link, String command, Deadline deadline)
            throws PrinterException, InterruptedException {
        return EvolisReply.value(link.send(command, Purpose.QUESTION, deadline));
    }

    private static Capabilities capabilities(EvolisLink link, EvolisOptions options) {
        Known tellsLocation = link.tellsPresence() ? Known.YES : Known.NO;
        return new Capabilities(
                Capabilities.Feeding.BY_PRINTER, options.stations(), options.rejectTray(), Known.YES, tellsLocation);
    }
}
