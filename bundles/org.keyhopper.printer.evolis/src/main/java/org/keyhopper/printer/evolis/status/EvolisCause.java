package org.keyhopper.printer.evolis.status;

import static org.keyhopper.api.printer.FailureKind.BUSY;
import static org.keyhopper.api.printer.FailureKind.CARD_FAILED;
import static org.keyhopper.api.printer.FailureKind.OPERATOR_NEEDED;
import static org.keyhopper.api.printer.FailureKind.PRINTER_FAULT;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterProblem;

/**
 * A condition that an Evolis printer reports, as a minor state or as a bit of a status word. Ribbons, lamination and
 * cleaning affect only printing; a cause defines which movements it prevents.
 */
public enum EvolisCause {
    FEEDER_EMPTY(PrinterProblem.HOPPER_EMPTY, OPERATOR_NEEDED, Step.FEED),
    FEEDER_OPEN(PrinterProblem.COVER_OPEN, OPERATOR_NEEDED, Step.FEED),
    NO_CARD_INSERTED(PrinterProblem.FEED_FAILED, OPERATOR_NEEDED, Step.FEED),
    WAIT_CARD(PrinterProblem.FEED_FAILED, OPERATOR_NEEDED, Step.FEED),
    CARD_ON_EJECT(PrinterProblem.OUTPUT_FULL, OPERATOR_NEEDED, Step.FEED),
    /** With a card inside, that card is the cause. */
    FEEDER_ERROR(PrinterProblem.FEED_FAILED, OPERATOR_NEEDED, Step.FEED),
    COVER_OPEN(PrinterProblem.COVER_OPEN, OPERATOR_NEEDED, Step.values()),
    HOPPER_FULL(PrinterProblem.OUTPUT_FULL, OPERATOR_NEEDED, Step.EJECT),
    REJECT_BOX_FULL(PrinterProblem.REJECT_FULL, OPERATOR_NEEDED, Step.REJECT),
    REJECT_BOX_COVER_OPEN(PrinterProblem.COVER_OPEN, OPERATOR_NEEDED, Step.REJECT),
    PRINTER_LOCKED(PrinterProblem.LOCKED, OPERATOR_NEEDED, Step.values()),
    POWER_SUPPLY(PrinterProblem.OTHER, OPERATOR_NEEDED, Step.values()),
    /** Not evaluated, according to the vendor's header. */
    RECEPTACLE_OPEN(PrinterProblem.COVER_OPEN, OPERATOR_NEEDED),

    PRINTING_RUNNING(PrinterProblem.BUSY, BUSY, Step.values()),
    UPDATING_FIRMWARE(PrinterProblem.BUSY, BUSY, Step.values()),
    CLEANING_RUNNING(PrinterProblem.BUSY, BUSY, Step.values()),
    PRINTER_SUPERVISION_INITIALIZING(PrinterProblem.BUSY, BUSY),
    PRINTER_SUPERVISION_UNINITIALIZED(PrinterProblem.BUSY, BUSY),
    BUSY_NOW(PrinterProblem.BUSY, BUSY),
    COOLING(PrinterProblem.BUSY, BUSY),
    HEATING(PrinterProblem.BUSY, BUSY),
    HEAD_TEMP(PrinterProblem.BUSY, BUSY),
    RET_TEMPERATURE(PrinterProblem.BUSY, BUSY),

    RIBBON(PrinterProblem.SUPPLIES, OPERATOR_NEEDED),
    RIBBON_LOW(PrinterProblem.SUPPLIES, OPERATOR_NEEDED),
    FEEDER_NEAR_EMPTY(PrinterProblem.HOPPER_LOW, OPERATOR_NEEDED),
    CLEANING(PrinterProblem.CLEANING_DUE, OPERATOR_NEEDED),

    CARD_UNUSABLE(PrinterProblem.CONTACT_FAILED, CARD_FAILED, Step.values()),

    MECHANICAL(PrinterProblem.JAM, OPERATOR_NEEDED, Step.values()),
    CARD_JAM(PrinterProblem.JAM, OPERATOR_NEEDED, Step.values()),
    FEATURE(PrinterProblem.HARDWARE, PRINTER_FAULT, Step.values()),
    INTERNAL(PrinterProblem.HARDWARE, PRINTER_FAULT, Step.values()),
    HARDWARE(PrinterProblem.HARDWARE, PRINTER_FAULT, Step.values()),
    SERVICE_CALL(PrinterProblem.HARDWARE, PRINTER_FAULT, Step.values()),
    /** Not evaluated, according to the vendor's header. */
    NO_OPTION(PrinterProblem.OTHER, PRINTER_FAULT),
    PRINTER_OFFLINE(PrinterProblem.OFFLINE, OPERATOR_NEEDED, Step.values());

    /** A movement, as far as causes distinguish them. */
    public enum Step {
        FEED,
        EJECT,
        REJECT
    }

    private static final List<String> RIBBONS = List.of(
            "RIBBON_ENDED",
            "NO_RIBBON",
            "UNSUPPORTED_RIBBON",
            "REMOVE_RIBBON",
            "BAD_RIBBON",
            "RIBBON_ERROR",
            "WRONG_ZONE",
            "CLEAR_",
            "LAMI");

    private final PrinterProblem problem;
    private final FailureKind kind;
    private final Set<Step> stops;

    EvolisCause(PrinterProblem problem, FailureKind kind, Step... stops) {
        this.problem = problem;
        this.kind = kind;
        this.stops = stops.length == 0 ? EnumSet.noneOf(Step.class) : EnumSet.copyOf(Arrays.asList(stops));
    }

    /** Returns the cause for a minor state, with or without prefix; empty if it is no failure or unknown. */
    static Optional<EvolisCause> named(String minor) {
        String name = minor.replaceFirst("^(DEF|ERR|INF)_", "");
        if (name.equals("BUSY")) {
            return Optional.of(BUSY_NOW);
        }
        if (RIBBONS.stream().anyMatch(name::startsWith)) {
            return Optional.of(RIBBON);
        }
        if (name.equals("BLANK_TRACK") || name.contains("MAGNETIC_") || name.endsWith("_MAGNETIC")) {
            return minor.startsWith("CFG_") ? Optional.empty() : Optional.of(CARD_UNUSABLE);
        }
        if (name.startsWith("AVANSIA_")) {
            return retransfer(name);
        }
        if (name.startsWith("INTERNAL")) {
            return Optional.of(INTERNAL);
        }
        Optional<EvolisCause> same =
                Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
        boolean cleaning = name.startsWith("CLEANING") || name.startsWith("CLEAN_");
        return same.isEmpty() && cleaning ? Optional.of(CLEANING) : same;
    }

    private static Optional<EvolisCause> retransfer(String name) {
        if (name.endsWith("IC_ERROR")) {
            return Optional.of(CARD_UNUSABLE);
        }
        if (name.endsWith("CARD_JAM")) {
            return Optional.of(CARD_JAM);
        }
        return name.endsWith("SERVICE_CALL") ? Optional.of(SERVICE_CALL) : Optional.empty();
    }

    /** Returns the problem to report to the operator. */
    Problem problem() {
        return problem == PrinterProblem.OTHER || problem == PrinterProblem.HARDWARE
                ? Problem.of(problem, name())
                : Problem.of(problem);
    }

    /** Returns the failure kind of a movement that it prevented. */
    FailureKind kind(boolean cardInside) {
        return this == FEEDER_ERROR && cardInside ? CARD_FAILED : kind;
    }

    boolean stops(Step step) {
        return stops.contains(step);
    }

    /** Returns the most severe cause that prevents this movement. */
    static Optional<EvolisCause> mostSevereStopping(Collection<EvolisCause> causes, Step step) {
        return causes.stream()
                .filter(cause -> cause.stops(step))
                .max((one, other) -> Boolean.compare(one.kind != BUSY, other.kind != BUSY));
    }

    /** Returns whether it prevents no movement. */
    boolean isHarmless() {
        return stops.isEmpty();
    }
}
