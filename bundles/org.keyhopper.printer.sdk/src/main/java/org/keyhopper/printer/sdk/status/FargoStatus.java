package org.keyhopper.printer.sdk.status;

import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.printer.support.StatusMapping;

/** The state of a FARGO printer, derived from its current activity. */
public final class FargoStatus {

    private FargoStatus() {}

    public static PrinterStatus offline(FargoActivity now) {
        return PrinterStatus.of(PrinterStatus.State.OFFLINE, CardLocation.UNKNOWN)
                .with(Set.of(Problem.of(PrinterProblem.OFFLINE)))
                .withVendor(now.word(), "");
    }

    public static PrinterStatus status(FargoActivity now, CardLocation card) {
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
