package org.keyhopper.printer.sdk.internal;

import com.google.gson.JsonObject;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
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
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.StatusMapping;

/** A FARGO printer behind a companion process. */
final class FargoPrinter extends CompanionPrinter {

    private final FargoLink questions;
    private final FargoOptions options;

    private FargoPrinter(
            CompanionLink link, FargoOptions options, PrinterIdentity identity, Capabilities capabilities) {
        super(link, identity, capabilities);
        this.questions = new FargoLink(link);
        this.options = options;
    }

    static FargoPrinter open(CompanionLink link, PrinterAddress address, FargoOptions options, Deadline deadline)
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
        return new FargoPrinter(link, options, identity, capabilities);
    }

    @Override
    PrinterStatus ask(Deadline deadline) throws PrinterException, InterruptedException {
        FargoActivity now = questions.activity(deadline);
        return now.isUnknown() ? offline(now) : status(now, card(now, deadline));
    }

    @Override
    protected CardPath reserve(Encoder encoder, Deadline deadline) {
        return new FargoSession(questions, options, encoder);
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

    private static PrinterStatus offline(FargoActivity now) {
        return PrinterStatus.of(PrinterStatus.State.OFFLINE, CardLocation.UNKNOWN)
                .with(Set.of(Problem.of(PrinterProblem.OFFLINE)))
                .withVendor(now.word(), "");
    }

    static PrinterStatus status(FargoActivity now, CardLocation card) {
        boolean inside = card != CardLocation.UNKNOWN;
        if (now.isPaused()) {
            return PrinterStatus.of(StatusMapping.state(PrinterProblem.LOCKED), card)
                    .with(Set.of(Problem.of(PrinterProblem.LOCKED)))
                    .withVendor(now.word(), now.detail());
        }
        if (now.isException()) {
            return PrinterStatus.of(StatusMapping.state(now.error().kind(inside)), card)
                    .with(Set.of(now.error().failure(inside, now.detail()).problem()))
                    .withVendor(now.error().word(), now.detail());
        }
        PrinterStatus.State state = now.isResting() ? PrinterStatus.State.READY : PrinterStatus.State.BUSY;
        return PrinterStatus.of(inside ? PrinterStatus.State.ENCODING : state, card)
                .withVendor(now.word(), now.detail());
    }
}
