package org.keyhopper.printer.entrust.printer;

import java.util.Map;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.entrust.protocol.EntrustLink;
import org.keyhopper.printer.entrust.protocol.EntrustOptions;
import org.keyhopper.printer.entrust.protocol.EntrustProtocol;
import org.keyhopper.printer.entrust.protocol.ReplyXml;
import org.keyhopper.printer.entrust.session.EntrustSession;
import org.keyhopper.printer.entrust.status.EntrustStatus;
import org.keyhopper.printer.entrust.status.JobReply;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.OneCardPrinter;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.printer.support.StatusMapping;

/** One queue of an Entrust or Datacard printer. */
public final class EntrustPrinter extends OneCardPrinter {

    private static final String INSTALLED = "Installed";

    private final EntrustLink link;
    private final EntrustOptions options;

    private EntrustPrinter(
            EntrustLink link, EntrustOptions options, PrinterIdentity identity, Capabilities capabilities) {
        super(identity, capabilities);
        this.link = link;
        this.options = options;
    }

    /** Closes the queue if opening fails. */
    public static EntrustPrinter open(EntrustLink link, EntrustOptions options, Deadline deadline)
            throws PrinterException, InterruptedException {
        try {
            return opened(link, options, deadline);
        } catch (PrinterException | InterruptedException | RuntimeException e) {
            link.close();
            throw e;
        }
    }

    private static EntrustPrinter opened(EntrustLink link, EntrustOptions options, Deadline deadline)
            throws PrinterException, InterruptedException {
        ReplyXml reply = link.options(deadline);
        PrinterIdentity identity = new PrinterIdentity(
                "Entrust",
                reply.text("PrinterModel").orElse(""),
                reply.text("PrinterSerialNumber").orElse(""),
                reply.text("PrinterVersion").orElse(""));
        // One encoder handles both kinds of chip; the printer reports the encoder, but not its readers.
        Map<Encoder, Certainty> encoders =
                reply.text("OptionSmartcard").orElse("").equals(INSTALLED) ? options.encoders() : Map.of();
        Capabilities capabilities = new Capabilities(
                Capabilities.Feeding.BY_PRINTER, encoders, options.rejectTray(), TriState.YES, TriState.YES);
        return new EntrustPrinter(link, options, identity, capabilities);
    }

    @Override
    public PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        try {
            String word = link.options(deadline).text("PrinterStatus").orElse("");
            JobReply message = link.send(EntrustProtocol.MESSAGES, Purpose.QUERY, deadline);
            return EntrustStatus.status(word, message);
        } catch (PrinterException e) {
            return StatusMapping.unanswered(e);
        }
    }

    /** Errors are cleared by the session whose job they stopped; errors of other programs' jobs are not cleared. */
    @Override
    public PrinterStatus recover(Recovery recovery, Deadline deadline) throws PrinterException, InterruptedException {
        return status(deadline);
    }

    @Override
    protected CardPath reserve(Encoder encoder, Deadline deadline) {
        return new EntrustSession(link, options, encoder);
    }

    @Override
    protected void hangUp() {
        link.close();
    }
}
