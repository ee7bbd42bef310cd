package org.keyhopper.printer.matica.internal;

import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;

/** The error words. {@code 2xxxx} means wait or load, {@code 3xxxx} that something is stuck, {@code 5xxxx} a mistake of ours. */
final class MaticaStatus {

    static final int READY = 0;
    static final int NO_CARDS = 0x2D000;

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
            Map.entry(0x39000, PrinterProblem.FEED_FAILED),
            Map.entry(0x39100, PrinterProblem.JAM),
            Map.entry(0x39200, PrinterProblem.JAM),
            Map.entry(0x39300, PrinterProblem.JAM),
            Map.entry(0x39400, PrinterProblem.JAM),
            Map.entry(0x39500, PrinterProblem.JAM),
            Map.entry(0x3A100, PrinterProblem.SUPPLIES),
            Map.entry(0x3B000, PrinterProblem.SUPPLIES),
            Map.entry(0x3B100, PrinterProblem.SUPPLIES),
            Map.entry(0x3B200, PrinterProblem.SUPPLIES),
            Map.entry(0x52000, PrinterProblem.COMMAND_REFUSED),
            Map.entry(0x52600, PrinterProblem.COMMAND_REFUSED),
            Map.entry(0x52A00, PrinterProblem.COMMAND_REFUSED),
            Map.entry(0x62800, PrinterProblem.RESTARTED));

    private static final int TEMPERATURES_FROM = 0x2F000;
    private static final int TEMPERATURES_TO = 0x2F8FF;

    private MaticaStatus() {}

    /** Returns what an error word means; empty for none. */
    static Optional<PrinterProblem> problem(int word) {
        if (word == READY) {
            return Optional.empty();
        }
        if (word >= TEMPERATURES_FROM && word <= TEMPERATURES_TO) {
            return Optional.of(PrinterProblem.HARDWARE);
        }
        return Optional.of(KNOWN.getOrDefault(word, PrinterProblem.OTHER));
    }

    /** Returns whether it passes by itself. */
    static boolean isBusy(int word) {
        return problem(word).filter(found -> found == PrinterProblem.BUSY).isPresent();
    }

    static PrinterException failure(int word) {
        PrinterProblem problem = problem(word).orElse(PrinterProblem.UNREADABLE_ANSWER);
        return PrinterException.of(problem, text(word)).withDetail(text(word));
    }

    static String text(int word) {
        return "%08X".formatted(word);
    }
}
