package org.keyhopper.printer.sdk.printer;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.protocol.CompanionLink;
import org.keyhopper.printer.sdk.protocol.FargoLink;
import org.keyhopper.printer.sdk.protocol.FargoOptions;
import org.keyhopper.printer.sdk.session.FargoSession;
import org.keyhopper.printer.sdk.session.NetworkEncoder;
import org.keyhopper.printer.sdk.status.FargoActivity;
import org.keyhopper.printer.sdk.status.FargoStatus;
import org.keyhopper.printer.support.CardPath;

/** A FARGO printer behind a companion process. */
public final class FargoPrinter extends CompanionPrinter {

    private final FargoLink questions;
    private final FargoOptions options;
    private final Optional<NetworkEncoder> network;

    private FargoPrinter(
            CompanionLink link,
            FargoOptions options,
            Duration settle,
            PrinterIdentity identity,
            Capabilities capabilities) {
        super(link, identity, capabilities);
        this.questions = new FargoLink(link);
        this.options = options;
        this.network = options.networkReader().map(reader -> new NetworkEncoder(questions, reader, settle));
    }

    /** @param settle how long the reader of a network encoder needs after its session was opened */
    public static FargoPrinter open(
            CompanionLink link, PrinterAddress address, FargoOptions options, Duration settle, Deadline deadline)
            throws PrinterException, InterruptedException {
        JsonObject told = link.open(deadline);
        if (FargoActivity.of(told).isUnknown()) {
            throw PrinterException.of(PrinterProblem.OFFLINE);
        }
        if (options.rejects() == TriState.YES && !told.get("rejects").getAsBoolean()) {
            throw PrinterException.of(PrinterProblem.BAD_OPTION, FargoOptions.REJECT.key(), "yes");
        }
        Capabilities capabilities = new Capabilities(
                Capabilities.Feeding.BY_PRINTER, options.encoders(), options.rejects(), TriState.NO, TriState.UNKNOWN);
        PrinterIdentity identity = new PrinterIdentity(
                "HID FARGO",
                address.location(),
                told.get("serial").getAsString(),
                told.get("firmware").getAsString());
        return new FargoPrinter(link, options, settle, identity, capabilities);
    }

    @Override
    PrinterStatus ask(Deadline deadline) throws PrinterException, InterruptedException {
        FargoActivity now = questions.activity(deadline);
        return now.isUnknown() ? FargoStatus.offline(now) : FargoStatus.status(now, card(now, deadline));
    }

    @Override
    protected CardPath reserve(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        if (network.isPresent()) {
            network.get().open(deadline);
        }
        return new FargoSession(questions, options, encoder, network);
    }

    /** Only a card at an encoder is reported, not one elsewhere in the printer. */
    private CardLocation card(FargoActivity now, Deadline deadline) throws PrinterException, InterruptedException {
        for (Encoder each : options.encoders().keySet()) {
            if (now.isEncoding(each)
                    || options.family().reportsCardAtEncoder() && questions.isPresent(each, deadline)) {
                return CardLocation.at(each);
            }
        }
        return CardLocation.UNKNOWN;
    }
}
