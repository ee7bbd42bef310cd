package org.keyhopper.printer.support;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.transport.Deadline;

/** A printer with one card path: allows one session at a time, and none while an old card is inside. */
public abstract class OneCardPrinter implements CardPrinter {

    private static final Set<CardLocation> INSIDE =
            EnumSet.of(CardLocation.CONTACT, CardLocation.CONTACTLESS, CardLocation.INSIDE, CardLocation.MOVING);

    private final PrinterIdentity identity;
    private final Capabilities capabilities;
    private final AtomicReference<GuardedSession> session = new AtomicReference<>();

    protected OneCardPrinter(PrinterIdentity identity, Capabilities capabilities) {
        this.identity = identity;
        this.capabilities = capabilities;
    }

    /** Reserves the printer and returns the movements for the next card. Moves nothing. */
    protected abstract CardPath reserve(Encoder encoder, Deadline deadline)
            throws PrinterException, InterruptedException;

    /** Disconnects. Does not throw. */
    protected abstract void hangUp();

    @Override
    public final PrinterIdentity identity() {
        return identity;
    }

    @Override
    public final Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public final CardSession begin(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        if (!capabilities.encoders().containsKey(encoder)) {
            throw PrinterException.of(PrinterProblem.ENCODER_MISSING, encoder.name());
        }
        GuardedSession before = session.get();
        if (before != null && !before.isClosed()) {
            throw PrinterException.of(PrinterProblem.RESERVED);
        }
        PrinterStatus status = status(deadline);
        if (status.state() == PrinterStatus.State.OFFLINE) {
            throw PrinterException.of(PrinterProblem.OFFLINE).withDetail(status.vendorText());
        }
        if (INSIDE.contains(status.card())) {
            throw PrinterException.of(PrinterProblem.CARD_INSIDE);
        }
        GuardedSession next = new GuardedSession(reserve(encoder, deadline), encoder, capabilities.rejectTray());
        session.set(next);
        return next;
    }

    @Override
    public final void close() {
        GuardedSession last = session.getAndSet(null);
        if (last != null) {
            last.close();
        }
        hangUp();
    }
}
