package org.keyhopper.printer.manual.printer;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.manual.session.ManualSession;

/** The operator's hands in the role of a printer. */
public final class ManualPrinter implements CardPrinter {

    private static final PrinterIdentity IDENTITY = new PrinterIdentity("", "By hand", "", "");
    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.Feeding.BY_HAND,
            Map.of(Encoder.CONTACT, Certainty.ASSUMED, Encoder.CONTACTLESS, Certainty.ASSUMED),
            TriState.UNKNOWN,
            TriState.NO,
            TriState.NO);

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
    public CardSession begin(Encoder encoder, Deadline deadline) throws PrinterException {
        ManualSession before = session.get();
        if (before != null && !before.isClosed()) {
            throw PrinterException.of(PrinterProblem.RESERVED);
        }
        ManualSession next = new ManualSession(encoder);
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
