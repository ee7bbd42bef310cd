package org.keyhopper.printer.matica.internal;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;

/**
 * The error words: a zero byte, then a SCSI sense key, code and qualifier. Key 2 means not ready, 3 medium or hardware
 * error, 5 illegal request, 6 a change since the last reply.
 */
final class MaticaStatus {

    static final int READY = 0;
    static final int NO_CARDS = 0x2D000;
    static final int POWER_INTERRUPTED = 0x2C300;

    /** Cards were loaded or a door was moved: the next reply contains the current state. */
    static final int MEDIUM_CHANGED = 0x62800;

    /** The exact meaning is not known; the command was not executed. */
    static final int TRY_AGAIN = 0x52400;

    private static final int MAGNETIC_WRITE = 0x3AD00;
    private static final int KEY = 0xF0000;
    private static final int ILLEGAL_REQUEST = 0x50000;

    private static final Map<Integer, PrinterProblem> KNOWN = Map.ofEntries(
            Map.entry(NO_CARDS, PrinterProblem.HOPPER_EMPTY),
            Map.entry(0x2D100, PrinterProblem.COVER_OPEN),
            Map.entry(0x2D300, PrinterProblem.BUSY),
            Map.entry(0x2D400, PrinterProblem.BUSY),
            Map.entry(0x2D800, PrinterProblem.HARDWARE),
            Map.entry(0x2DA00, PrinterProblem.BUSY),
            Map.entry(0x2DB00, PrinterProblem.BUSY),
            Map.entry(0x2C100, PrinterProblem.HARDWARE),
            Map.entry(0x2C200, PrinterProblem.HARDWARE),
            Map.entry(POWER_INTERRUPTED, PrinterProblem.RESTARTED),
            Map.entry(0x34400, PrinterProblem.HARDWARE),
            Map.entry(0x39000, PrinterProblem.FEED_FAILED),
            Map.entry(0x39100, PrinterProblem.JAM),
            Map.entry(0x39200, PrinterProblem.JAM),
            Map.entry(0x39300, PrinterProblem.JAM),
            Map.entry(0x39400, PrinterProblem.JAM),
            Map.entry(0x39500, PrinterProblem.JAM),
            Map.entry(0x3A100, PrinterProblem.SUPPLIES),
            Map.entry(0x3A800, PrinterProblem.HARDWARE),
            Map.entry(0x3AB00, PrinterProblem.HARDWARE),
            Map.entry(0x3AC00, PrinterProblem.HARDWARE),
            Map.entry(0x3B000, PrinterProblem.SUPPLIES),
            Map.entry(0x3B100, PrinterProblem.SUPPLIES),
            Map.entry(0x3B200, PrinterProblem.SUPPLIES),
            Map.entry(MEDIUM_CHANGED, PrinterProblem.BUSY));

    private static final int TEMPERATURES_FROM = 0x2F000;
    private static final int TEMPERATURES_TO = 0x2F8FF;

    private MaticaStatus() {}

    /** Returns the problem of an error word; empty for none. */
    static Optional<PrinterProblem> problem(int word) {
        if (word == READY) {
            return Optional.empty();
        }
        if (word >= TEMPERATURES_FROM && word <= TEMPERATURES_TO) {
            return Optional.of(PrinterProblem.HARDWARE);
        }
        return Optional.of(KNOWN.getOrDefault(word, unknown(word)));
    }

    /** An illegal request was not executed, whatever the reason. */
    private static PrinterProblem unknown(int word) {
        return (word & KEY) == ILLEGAL_REQUEST ? PrinterProblem.COMMAND_REFUSED : PrinterProblem.OTHER;
    }

    /** Returns whether the condition is transient. */
    static boolean isBusy(int word) {
        return problem(word).filter(found -> found == PrinterProblem.BUSY).isPresent();
    }

    /** Returns whether the command was not executed and may succeed when repeated. */
    static boolean isPostponed(int word) {
        return isBusy(word) || word == TRY_AGAIN;
    }

    static PrinterException failure(int word) {
        PrinterProblem problem = problem(word).orElse(PrinterProblem.UNREADABLE_ANSWER);
        PrinterException failure = PrinterException.of(problem, text(word)).withDetail(text(word));
        return word == MAGNETIC_WRITE ? failure.withKind(FailureKind.CARD_FAILED) : failure;
    }

    static String text(int word) {
        return "%08X".formatted(word);
    }
}
