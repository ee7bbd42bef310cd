package org.keyhopper.printer.matica.status;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.printer.support.StatusMapping;

/**
 * The error words: a zero byte, then a SCSI sense key, code and qualifier. Key 2 means not ready, 3 medium or hardware
 * error, 5 illegal request, 6 a change since the last reply.
 */
public final class MaticaStatus {

    public static final int READY = 0;
    public static final int NO_CARDS = 0x2D000;
    public static final int POWER_INTERRUPTED = 0x2C300;

    /** Cards were loaded or a door was moved: the next reply contains the current state. */
    public static final int MEDIUM_CHANGED = 0x62800;

    /** The exact meaning is not known; the command was not executed. */
    public static final int TRY_AGAIN = 0x52400;

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
    public static boolean isBusy(int word) {
        return problem(word).filter(found -> found == PrinterProblem.BUSY).isPresent();
    }

    /** Returns whether the command was not executed and may succeed when repeated. */
    public static boolean isPostponed(int word) {
        return isBusy(word) || word == TRY_AGAIN;
    }

    public static PrinterException failure(int word) {
        PrinterProblem problem = problem(word).orElse(PrinterProblem.UNREADABLE_ANSWER);
        PrinterException failure = PrinterException.of(problem, text(word)).withDetail(text(word));
        return word == MAGNETIC_WRITE ? failure.withKind(FailureKind.CARD_FAILED) : failure;
    }

    static String text(int word) {
        return "%08X".formatted(word);
    }

    /** Returns the state of a printer with this error word and a card at this location. */
    public static PrinterStatus status(int word, CardLocation card) {
        Optional<PrinterProblem> problem = problem(word);
        PrinterStatus.State state = problem.map(StatusMapping::state)
                .orElse(card == CardLocation.HOPPER ? PrinterStatus.State.READY : PrinterStatus.State.ENCODING);
        Set<Recovery> recoveries =
                card == CardLocation.HOPPER ? Set.of() : Set.of(Recovery.REJECT_CARD, Recovery.EJECT_CARD);
        if (state == PrinterStatus.State.FAULT) {
            recoveries = Set.of(Recovery.CLEAR);
        }
        return PrinterStatus.of(state, card)
                .with(problem.map(found -> Set.of(Problem.of(found, text(word))))
                        .orElse(Set.of()))
                .withVendor(problem.isPresent() ? text(word) : "", "")
                .withRecoveries(recoveries);
    }
}
