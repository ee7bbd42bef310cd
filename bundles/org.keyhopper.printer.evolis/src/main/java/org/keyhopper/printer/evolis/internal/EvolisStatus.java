package org.keyhopper.printer.evolis.internal;

import static org.keyhopper.api.printer.PrinterStatus.State.BUSY;
import static org.keyhopper.api.printer.PrinterStatus.State.ENCODING;
import static org.keyhopper.api.printer.PrinterStatus.State.FAULT;
import static org.keyhopper.api.printer.PrinterStatus.State.NEEDS_OPERATOR;
import static org.keyhopper.api.printer.PrinterStatus.State.OFFLINE;
import static org.keyhopper.api.printer.PrinterStatus.State.READY;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.printer.Trouble;

/** The states the vendor's service reports, as {@code MAJOR,MINOR}. */
final class EvolisStatus {

    private static final String ENCODING_RUNNING = "INF_ENCODING_RUNNING";

    private static final Map<String, PrinterStatus.State> MAJOR =
            Map.of("READY", READY, "WARNING", READY, "ERROR", FAULT, "OFF", OFFLINE);

    private static final Map<String, PrinterProblem> MINOR = Map.ofEntries(
            Map.entry("FEEDER_EMPTY", PrinterProblem.HOPPER_EMPTY),
            Map.entry("ERR_FEEDER_ERROR", PrinterProblem.FEED_FAILED),
            Map.entry("INF_FEEDER_NEAR_EMPTY", PrinterProblem.HOPPER_LOW),
            Map.entry("ERR_COVER_OPEN", PrinterProblem.COVER_OPEN),
            Map.entry("DEF_COVER_OPEN", PrinterProblem.COVER_OPEN),
            Map.entry("ERR_LAMI_COVER_OPEN", PrinterProblem.COVER_OPEN),
            Map.entry("DEF_LAMI_COVER_OPEN", PrinterProblem.COVER_OPEN),
            Map.entry("ERR_HOPPER_FULL", PrinterProblem.OUTPUT_FULL),
            Map.entry("DEF_HOPPER_FULL", PrinterProblem.OUTPUT_FULL),
            Map.entry("DEF_LAMI_HOPPER_FULL", PrinterProblem.OUTPUT_FULL),
            Map.entry("DEF_CARD_ON_EJECT", PrinterProblem.OUTPUT_FULL),
            Map.entry("ERR_REJECT_BOX_FULL", PrinterProblem.REJECT_FULL),
            Map.entry("ERR_MECHANICAL", PrinterProblem.JAM),
            Map.entry("ERR_LAMI_MECHANICAL", PrinterProblem.JAM),
            Map.entry("DEF_PRINTER_LOCKED", PrinterProblem.LOCKED),
            Map.entry("ERR_HEAD_TEMP", PrinterProblem.HARDWARE),
            Map.entry("ERR_LAMI_TEMPERATURE", PrinterProblem.HARDWARE),
            Map.entry("DEF_COOLING", PrinterProblem.BUSY),
            Map.entry("BUSY", PrinterProblem.BUSY),
            Map.entry("INF_LAMI_TEMP_NOT_READY", PrinterProblem.BUSY),
            Map.entry("INF_PRINTING_RUNNING", PrinterProblem.BUSY),
            Map.entry("INF_CLEANING_RUNNING", PrinterProblem.BUSY),
            Map.entry("INF_UPDATING_FIRMWARE", PrinterProblem.BUSY),
            Map.entry("DEF_WAIT_CARD", PrinterProblem.FEED_FAILED),
            Map.entry("DEF_NO_RIBBON", PrinterProblem.SUPPLIES),
            Map.entry("DEF_UNSUPPORTED_RIBBON", PrinterProblem.SUPPLIES),
            Map.entry("ERR_BAD_RIBBON", PrinterProblem.SUPPLIES),
            Map.entry("ERR_RIBBON_ERROR", PrinterProblem.SUPPLIES),
            Map.entry("RIBBON_ENDED", PrinterProblem.SUPPLIES),
            Map.entry("INF_RIBBON_LOW", PrinterProblem.SUPPLIES),
            Map.entry("INF_CLEANING", PrinterProblem.CLEANING_DUE),
            Map.entry("INF_CLEANING_REQUIRED", PrinterProblem.CLEANING_DUE),
            Map.entry("INF_CLEANING_ADVANCED", PrinterProblem.CLEANING_DUE),
            Map.entry("INF_CLEANING_LAST_OUTWARRANTY", PrinterProblem.CLEANING_DUE),
            Map.entry("PRINTER_OFFLINE", PrinterProblem.OFFLINE));

    /** Conditions that do not keep cards from moving: ribbons matter to printing only, and the end of one is misreported. */
    private static final Set<PrinterProblem> HARMLESS =
            Set.of(PrinterProblem.HOPPER_LOW, PrinterProblem.CLEANING_DUE, PrinterProblem.SUPPLIES);

    private EvolisStatus() {}

    static PrinterStatus of(String reported) {
        String[] words = reported.split(",", 2);
        String major = words[0].strip();
        String minor = words.length > 1 ? words[1].strip() : "";
        Optional<PrinterProblem> problem = Optional.ofNullable(MINOR.get(minor));
        PrinterStatus.State state = minor.equals(ENCODING_RUNNING)
                ? ENCODING
                : problem.filter(found -> !HARMLESS.contains(found))
                        .map(EvolisStatus::state)
                        .orElseGet(() -> MAJOR.getOrDefault(major, PrinterStatus.State.UNKNOWN));
        return PrinterStatus.of(state, state == ENCODING ? CardLocation.INSIDE : CardLocation.UNKNOWN)
                .with(problem.map(found -> Set.of(Problem.of(found))).orElse(Set.of()))
                .withVendor(minor, reported)
                .withRecoveries(recoveries(state));
    }

    /** Returns whether a condition hinders movements. */
    static boolean hinders(Problem condition) {
        return HARMLESS.stream().noneMatch(condition::is);
    }

    private static PrinterStatus.State state(PrinterProblem problem) {
        if (problem == PrinterProblem.OFFLINE) {
            return OFFLINE;
        }
        return switch (problem.trouble()) {
            case OPERATOR_NEEDED -> NEEDS_OPERATOR;
            case BUSY -> BUSY;
            case CARD_FAILED, PRINTER_FAULT, OUTCOME_UNKNOWN -> FAULT;
        };
    }

    private static Set<Recovery> recoveries(PrinterStatus.State state) {
        return switch (state) {
            case NEEDS_OPERATOR, FAULT -> Set.of(Recovery.CLEAR, Recovery.REJECT_CARD, Recovery.EJECT_CARD);
            case ENCODING -> Set.of(Recovery.REJECT_CARD, Recovery.EJECT_CARD);
            default -> Set.of(Recovery.CLEAR);
        };
    }

    /** Returns what a condition means for a movement that failed while it was there. */
    static Trouble trouble(Problem condition) {
        return condition.code() instanceof PrinterProblem known ? known.trouble() : Trouble.PRINTER_FAULT;
    }
}
