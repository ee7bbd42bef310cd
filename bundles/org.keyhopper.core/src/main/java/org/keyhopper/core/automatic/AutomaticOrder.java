package org.keyhopper.core.automatic;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.core.request.RequestId;

/**
 * The order for a run through printers.
 *
 * @param request its recipients that are not provisioned are attempted
 * @param printers the printers to use, at least one; they work at the same time
 * @param provisioned what to do with a card that is already provisioned
 * @param resumption who decides that a printer's problem is solved
 * @param pace what is done at the same time
 */
public record AutomaticOrder(
        RequestId request, List<PrinterOrder> printers, OnProvisioned provisioned, Resumption resumption, Pace pace) {

    public AutomaticOrder {
        Objects.requireNonNull(request);
        printers = List.copyOf(printers);
        Objects.requireNonNull(provisioned);
        Objects.requireNonNull(resumption);
        Objects.requireNonNull(pace);
        if (printers.isEmpty()) {
            throw new IllegalArgumentException("no printer");
        }
    }

    /** Creates an order whose directory and printers work at the same time. */
    public AutomaticOrder(
            RequestId request, List<PrinterOrder> printers, OnProvisioned provisioned, Resumption resumption) {
        this(request, printers, provisioned, resumption, Pace.OVERLAPPING);
    }

    /** What a printer and the directory do at the same time. */
    public enum Pace {
        /** The next recipient is looked up, and the last passkey is read back, while cards move. */
        OVERLAPPING,
        /** Nothing: for a directory that does not allow it, and for measurements. */
        ONE_AFTER_THE_OTHER
    }

    /**
     * One printer in a run.
     *
     * @param printer how to reach it
     * @param encoder where the chip is reached
     * @param reader a part of the name of the reader behind the encoder; empty for the one that was learned, or, where
     *     none was, for the one at which the first card appears
     */
    public record PrinterOrder(PrinterAddress printer, Encoder encoder, String reader) {
        public PrinterOrder {
            Objects.requireNonNull(printer);
            Objects.requireNonNull(encoder);
            Objects.requireNonNull(reader);
        }
    }

    /** What to do with a card that is already provisioned. */
    public enum OnProvisioned {
        /** Reject it; the recipient takes the next card. */
        REJECT,
        /** Reset it and provision it for the recipient. */
        RESET
    }

    /** Who decides that a printer's problem is solved. */
    public sealed interface Resumption {

        Resumption BY_OPERATOR = new ByOperator();

        /** The operator, with {@link PrinterChoice#CONTINUE}. */
        record ByOperator() implements Resumption {}

        /**
         * The printer: it no longer reports the problem, or works when it is tried again. For runs without an operator. If
         * neither happens, the run continues without the printer.
         *
         * @param timeout how long to wait, each time, for a condition that an operator can clear
         * @param tries how often the printer is tried again while it does not report a cause
         */
        record ByPrinter(Duration timeout, int tries) implements Resumption {

            private static final int TRIES = 6;

            public ByPrinter {
                Objects.requireNonNull(timeout);
            }

            /** Returns a resumption with this timeout, and as many tries as fit into half a minute. */
            public static ByPrinter within(Duration timeout) {
                return new ByPrinter(timeout, TRIES);
            }
        }
    }
}
