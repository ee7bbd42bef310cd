package org.keyhopper.printer.entrust.status;

import java.util.Map;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.printer.support.StatusMapping;

/** The error codes of the driver and the printer states. */
public final class EntrustStatus {

    public static final int PROCESSING = 506;

    private static final Map<Integer, PrinterProblem> CODES = Map.ofEntries(
            Map.entry(102, PrinterProblem.CARD_LOST),
            Map.entry(103, PrinterProblem.HARDWARE),
            Map.entry(104, PrinterProblem.HARDWARE),
            Map.entry(109, PrinterProblem.SUPPLIES),
            Map.entry(110, PrinterProblem.SUPPLIES),
            Map.entry(111, PrinterProblem.FEED_FAILED),
            Map.entry(112, PrinterProblem.HOPPER_EMPTY),
            Map.entry(113, PrinterProblem.COVER_OPEN),
            Map.entry(114, PrinterProblem.COVER_OPEN),
            Map.entry(117, PrinterProblem.CONTACT_FAILED),
            Map.entry(120, PrinterProblem.LOCKED),
            Map.entry(149, PrinterProblem.ENCODER_MISSING),
            Map.entry(233, PrinterProblem.CONTACT_FAILED),
            Map.entry(234, PrinterProblem.JAM),
            Map.entry(235, PrinterProblem.JAM),
            Map.entry(276, PrinterProblem.JAM),
            Map.entry(277, PrinterProblem.FEED_FAILED),
            Map.entry(242, PrinterProblem.REJECT_FULL),
            Map.entry(243, PrinterProblem.CARD_LOST),
            Map.entry(500, PrinterProblem.OFFLINE),
            Map.entry(501, PrinterProblem.OFFLINE),
            Map.entry(505, PrinterProblem.OFFLINE),
            Map.entry(PROCESSING, PrinterProblem.BUSY),
            Map.entry(507, PrinterProblem.LOCKED),
            Map.entry(508, PrinterProblem.OFFLINE),
            Map.entry(509, PrinterProblem.OFFLINE),
            Map.entry(510, PrinterProblem.LOCKED));

    private EntrustStatus() {}

    static PrinterProblem problem(int code) {
        return CODES.getOrDefault(code, PrinterProblem.OTHER);
    }

    public static PrinterException failure(JobReply reply) {
        return PrinterException.of(problem(reply.error()), String.valueOf(reply.error()))
                .withDetail(reply.text());
    }

    /** Returns the state for the text in the printer's options. */
    static PrinterStatus.State state(String word) {
        return switch (word) {
            case "Ready" -> PrinterStatus.State.READY;
            case "Busy", "Initialize" -> PrinterStatus.State.BUSY;
            case "Paused" -> PrinterStatus.State.NEEDS_OPERATOR;
            case "Suspended" -> PrinterStatus.State.OFFLINE;
            default -> PrinterStatus.State.UNKNOWN;
        };
    }

    /** Returns the state of a printer with its pending message, which says more than the text. */
    public static PrinterStatus status(String word, JobReply message) {
        PrinterStatus plain = PrinterStatus.of(state(word), CardLocation.UNKNOWN)
                .withVendor(message.error() == 0 ? "" : String.valueOf(message.error()), message.text());
        if (message.isGood()) {
            return plain;
        }
        PrinterProblem problem = problem(message.error());
        Problem condition = Problem.of(problem, plain.vendorCode()).withDetail(message.text());
        return new PrinterStatus(
                StatusMapping.state(problem),
                Set.of(condition),
                CardLocation.UNKNOWN,
                plain.vendorCode(),
                message.text(),
                Set.of());
    }
}
