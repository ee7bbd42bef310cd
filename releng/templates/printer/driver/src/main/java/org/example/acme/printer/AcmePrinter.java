package org.example.acme.printer;

import org.example.acme.protocol.AcmeProtocol;
import org.example.acme.session.AcmeSession;
import org.example.acme.status.AcmeStatus;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.AddressOptions;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.OneCardPrinter;
import org.keyhopper.printer.support.StatusMapping;

/** One printer. */
public final class AcmePrinter extends OneCardPrinter {

    private final AcmeProtocol protocol;

    private AcmePrinter(AcmeProtocol protocol, PrinterIdentity identity, Capabilities capabilities) {
        super(identity, capabilities);
        this.protocol = protocol;
    }

    public static AcmePrinter open(AcmeProtocol protocol, Settings options, Deadline deadline)
            throws PrinterException, InterruptedException {
        Capabilities capabilities = new Capabilities(
                Capabilities.Feeding.BY_PRINTER,
                AddressOptions.encoders(options),
                AddressOptions.reject(options),
                TriState.YES,
                TriState.YES);
        String model = protocol.ask(AcmeProtocol.MODEL, deadline);
        return new AcmePrinter(protocol, new PrinterIdentity("Acme", model, "", ""), capabilities);
    }

    @Override
    public PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        try {
            CardLocation card = AcmeStatus.place(protocol.ask(AcmeProtocol.PLACE, deadline));
            return AcmeStatus.status(protocol.ask(AcmeProtocol.STATE, deadline), card);
        } catch (PrinterException e) {
            return StatusMapping.unanswered(e);
        }
    }

    @Override
    public PrinterStatus recover(Recovery recovery, Deadline deadline) throws PrinterException, InterruptedException {
        switch (recovery) {
            case REJECT_CARD -> protocol.move(AcmeProtocol.REJECT, deadline);
            case EJECT_CARD -> protocol.move(AcmeProtocol.EJECT, deadline);
            case CLEAR, RETRY -> {}
        }
        return status(deadline);
    }

    @Override
    protected CardPath reserve(Encoder encoder, Deadline deadline) {
        return new AcmeSession(protocol);
    }

    @Override
    protected void hangUp() {
        protocol.close();
    }
}
