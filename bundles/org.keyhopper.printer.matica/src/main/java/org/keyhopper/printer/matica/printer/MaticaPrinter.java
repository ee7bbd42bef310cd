package org.keyhopper.printer.matica.printer;

import java.util.Map;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.matica.protocol.MaticaLink;
import org.keyhopper.printer.matica.session.MaticaSession;
import org.keyhopper.printer.matica.status.MaticaStatus;
import org.keyhopper.printer.support.AddressOptions;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.OneCardPrinter;
import org.keyhopper.printer.support.StatusMapping;

/** One XID printer. */
public final class MaticaPrinter extends OneCardPrinter {

    private final MaticaLink link;
    private final MaticaSession session;

    private MaticaPrinter(MaticaLink link, PrinterIdentity identity, Capabilities capabilities) {
        super(identity, capabilities);
        this.link = link;
        this.session = new MaticaSession(link);
    }

    public static MaticaPrinter open(MaticaLink link, Settings options, Deadline deadline)
            throws PrinterException, InterruptedException {
        Map<Encoder, Certainty> encoders = AddressOptions.encoders(options);
        TriState said = AddressOptions.reject(options);
        // The command set has a separate reject position.
        TriState rejectTray = said == TriState.UNKNOWN ? TriState.YES : said;
        Capabilities capabilities =
                new Capabilities(Capabilities.Feeding.BY_PRINTER, encoders, rejectTray, TriState.YES, TriState.YES);
        PrinterIdentity identity = new PrinterIdentity("Matica", link.connect(deadline), "", "");
        return new MaticaPrinter(link, identity, capabilities);
    }

    @Override
    public PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        try {
            int word = link.readiness(deadline);
            return MaticaStatus.status(word, link.location(deadline));
        } catch (PrinterException e) {
            return StatusMapping.unanswered(e);
        }
    }

    @Override
    public PrinterStatus recover(Recovery recovery, Deadline deadline) throws PrinterException, InterruptedException {
        boolean inside = link.location(deadline) != CardLocation.HOPPER;
        switch (recovery) {
            case CLEAR, RETRY -> session.initialise(deadline);
            case REJECT_CARD -> {
                if (inside) {
                    session.reject("", deadline);
                }
            }
            case EJECT_CARD -> {
                if (inside) {
                    session.eject(deadline);
                }
            }
        }
        return status(deadline);
    }

    @Override
    protected CardPath reserve(Encoder encoder, Deadline deadline) {
        return session;
    }

    @Override
    protected void hangUp() {
        link.close();
    }
}
