package org.keyhopper.printer.manual.internal;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Known;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.transport.Deadline;

/** A pair of hands. */
final class ManualPrinter implements CardPrinter {

    private static final PrinterIdentity IDENTITY = new PrinterIdentity("", "By hand", "", "");
    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.Feeding.BY_HAND,
            Map.of(Station.CONTACT, Certainty.ASSUMED, Station.CONTACTLESS, Certainty.ASSUMED),
            Known.UNKNOWN,
            Known.NO,
            Known.NO);

    private final AtomicReference<ManualSession> session = new AtomicReference<>();

    @Override
    public PrinterIdentity identity() {
        return IDENTITY;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public PrinterStatus status(Deadline deadline) {
        return PrinterStatus.of(PrinterStatus.State.READY, CardLocation.UNKNOWN);
    }

    @Override
    public CardSession begin(Station station, Deadline deadline) throws PrinterException {
        ManualSession before = session.get();
        if (before != null && !before.isClosed()) {
            throw PrinterException.of(PrinterProblem.RESERVED);
        }
        ManualSession next = new ManualSession(station);
        session.set(next);
        return next;
    }

    @Override
    public PrinterStatus recover(Recovery recovery, Deadline deadline) {
        return status(deadline);
    }

    @Override
    public void close() {
        ManualSession last = session.getAndSet(null);
        if (last != null) {
            last.close();
        }
    }
}
