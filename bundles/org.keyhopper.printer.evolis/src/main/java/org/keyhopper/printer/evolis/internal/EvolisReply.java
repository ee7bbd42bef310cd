package org.keyhopper.printer.evolis.internal;

import java.util.Optional;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Trouble;

/** What replies mean. Of a movement, anything but {@code OK} is a failure. */
final class EvolisReply {

    private static final String DONE = "OK";
    private static final String FEEDER_EMPTY = "FEEDER EMPTY";
    private static final String UNKNOWN_COMMAND = "ERROR CDE";
    private static final String ERROR = "ERR";
    private static final String CLEANING = "ERR NEED CLEANING";

    private EvolisReply() {}

    static boolean isDone(String reply) {
        return reply.equals(DONE);
    }

    /** Returns the value asked for, or empty when the printer does not tell. */
    static String value(String reply) {
        return reply.startsWith(ERROR) ? "" : reply;
    }

    /** Returns what a reply of failure says for sure, or empty when it is only some error. */
    static Optional<PrinterException> reason(String command, String reply) {
        if (reply.equals(FEEDER_EMPTY)) {
            return Optional.of(PrinterException.of(PrinterProblem.HOPPER_EMPTY).withDetail(reply));
        }
        if (reply.startsWith(UNKNOWN_COMMAND)) {
            return Optional.of(
                    PrinterException.of(PrinterProblem.COMMAND_REFUSED, command).withDetail(reply));
        }
        if (reply.startsWith(CLEANING)) {
            return Optional.of(PrinterException.of(PrinterProblem.CLEANING_DUE).withDetail(reply));
        }
        return Optional.empty();
    }

    /** Returns the failure when the printer says no more than this: its panel or lamps say more, so somebody has to look. */
    static PrinterException unexplained(String reply) {
        return PrinterException.of(PrinterProblem.OTHER, reply.isEmpty() ? "no text" : reply)
                .meaning(Trouble.OPERATOR_NEEDED)
                .withDetail(reply);
    }
}
