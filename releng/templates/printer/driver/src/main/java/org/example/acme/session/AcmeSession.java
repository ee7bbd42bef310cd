package org.example.acme.session;

import org.example.acme.protocol.AcmeProtocol;
import org.example.acme.status.AcmeStatus;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.CardPath;

/** The movements. When each is safe is decided by {@link org.keyhopper.printer.support.GuardedSession}. */
public final class AcmeSession implements CardPath {

    private final AcmeProtocol protocol;

    public AcmeSession(AcmeProtocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public void bring(Encoder encoder, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        protocol.move(AcmeProtocol.feed(encoder), deadline);
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        protocol.move(AcmeProtocol.EJECT, deadline);
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        protocol.move(AcmeProtocol.REJECT, deadline);
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        return AcmeStatus.place(protocol.ask(AcmeProtocol.PLACE, deadline));
    }
}
