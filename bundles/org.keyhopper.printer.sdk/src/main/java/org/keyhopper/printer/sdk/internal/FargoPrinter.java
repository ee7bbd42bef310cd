package org.keyhopper.printer.sdk.internal;

import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.Capabilities;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Known;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterIdentity;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.AddressOptions;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Purpose;

/** One FARGO printer behind a companion process. */
final class FargoPrinter extends CompanionPrinter {

    private FargoPrinter(CompanionLink link, PrinterIdentity identity, Capabilities capabilities) {
        super(link, identity, capabilities);
    }

    static FargoPrinter open(CompanionLink link, PrinterAddress address, Deadline deadline)
            throws PrinterException, InterruptedException {
        link.open(deadline);
        Capabilities capabilities = new Capabilities(
                Capabilities.Feeding.BY_PRINTER,
                AddressOptions.stations(address.options()),
                Known.NO,
                Known.NO,
                Known.UNKNOWN);
        return new FargoPrinter(link, new PrinterIdentity("HID FARGO", address.location(), "", ""), capabilities);
    }

    @Override
    PrinterStatus ask(Deadline deadline) throws PrinterException, InterruptedException {
        return status(FargoActivity.of(link.call(CompanionLink.request("activity"), Purpose.QUESTION, deadline)));
    }

    @Override
    protected CardPath reserve(Station station, Deadline deadline) {
        return new FargoPath(link, station);
    }

    private static PrinterStatus status(FargoActivity now) {
        if (now.isStuck() || now.isPaused()) {
            PrinterProblem problem = now.isPaused() ? PrinterProblem.LOCKED : PrinterProblem.OTHER;
            return PrinterStatus.of(PrinterStatus.State.NEEDS_OPERATOR, CardLocation.UNKNOWN)
                    .with(Set.of(Problem.of(problem, now.word())))
                    .withVendor(now.word(), "");
        }
        if (now.isEncoding()) {
            return PrinterStatus.of(
                            PrinterStatus.State.ENCODING,
                            CardLocation.at(now.isEncoding(Station.CONTACT) ? Station.CONTACT : Station.CONTACTLESS))
                    .withVendor(now.word(), "");
        }
        PrinterStatus.State state = now.isResting() ? PrinterStatus.State.READY : PrinterStatus.State.BUSY;
        return PrinterStatus.of(state, CardLocation.UNKNOWN).withVendor(now.word(), "");
    }
}
