package org.keyhopper.printer.evolis.printer;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.evolis.protocol.EvolisLink;
import org.keyhopper.printer.evolis.protocol.EvolisOptions;
import org.keyhopper.printer.evolis.protocol.EvolisProtocol;
import org.keyhopper.printer.evolis.protocol.EvolisReply;
import org.keyhopper.printer.evolis.session.EvolisSession;
import org.keyhopper.printer.evolis.status.StatusWords;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.OneCardPrinter;
import org.keyhopper.printer.support.Purpose;

/** One Evolis printer. */
public final class EvolisPrinter extends OneCardPrinter {

    private final EvolisLink link;
    private final EvolisOptions.RejectBox rejectBox;

    private EvolisPrinter(
            EvolisLink link, EvolisOptions.RejectBox rejectBox, PrinterIdentity identity, Capabilities capabilities) {
        super(identity, capabilities);
        this.link = link;
        this.rejectBox = rejectBox;
    }

    public static EvolisPrinter open(EvolisLink link, EvolisOptions options, Deadline deadline)
            throws PrinterException, InterruptedException {
        boolean well = false;
        try {
            PrinterIdentity identity = new PrinterIdentity(
                    "Evolis",
                    ask(link, EvolisProtocol.MODEL, deadline),
                    ask(link, EvolisProtocol.SERIAL, deadline),
                    ask(link, EvolisProtocol.FIRMWARE, deadline));
            Capabilities capabilities = capabilities(link, options, deadline);
            well = true;
            return new EvolisPrinter(link, options.rejectBox(), identity, capabilities);
        } finally {
            if (!well) {
                link.close();
            }
        }
    }

    @Override
    public PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        return link.status(deadline).printerStatus();
    }

    @Override
    public PrinterStatus recover(Recovery recovery, Deadline deadline) throws PrinterException, InterruptedException {
        EvolisSession session = new EvolisSession(link, rejectBox);
        switch (recovery) {
            case CLEAR, RETRY -> session.clear(deadline);
            case EJECT_CARD -> session.eject(deadline);
            case REJECT_CARD -> {
                if (capabilities().rejectTray() == TriState.NO) {
                    session.eject(deadline);
                } else {
                    session.reject("", deadline);
                }
            }
        }
        return status(deadline);
    }

    @Override
    protected CardPath reserve(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        link.takeOver(deadline);
        return new EvolisSession(link, rejectBox);
    }

    @Override
    protected void hangUp() {
        link.close();
    }

    private static String ask(EvolisLink link, String command, Deadline deadline)
            throws PrinterException, InterruptedException {
        return EvolisReply.value(link.send(command, Purpose.QUERY, deadline));
    }

    /** The operator's settings take precedence over what the printer reports. */
    private static Capabilities capabilities(EvolisLink link, EvolisOptions options, Deadline deadline)
            throws PrinterException, InterruptedException {
        Optional<StatusWords> words = link.words(deadline);
        Map<Encoder, Certainty> reported = words.map(StatusWords::encoders).orElse(Map.of());
        boolean said = options.encoders().containsValue(Certainty.OPERATOR_SET);
        TriState rejects = options.rejectTray() == TriState.UNKNOWN
                ? words.map(each -> each.hasRejectTray() ? TriState.YES : TriState.NO)
                        .orElse(TriState.UNKNOWN)
                : options.rejectTray();
        return new Capabilities(
                Capabilities.Feeding.BY_PRINTER,
                said || reported.isEmpty() ? options.encoders() : reported,
                rejects,
                TriState.YES,
                reportsLocation(link, deadline) ? TriState.YES : TriState.NO);
    }

    private static boolean reportsLocation(EvolisLink link, Deadline deadline) throws InterruptedException {
        try {
            return link.position(deadline) != CardLocation.UNKNOWN;
        } catch (PrinterException e) {
            return false;
        }
    }
}
