package org.example.acme.internal;

import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.CardPath;

/** The movements. When each is safe is decided elsewhere, see GuardedSession. */
final class AcmePath implements CardPath {

    private final AcmeProtocol protocol;

    AcmePath(AcmeProtocol protocol) {
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
