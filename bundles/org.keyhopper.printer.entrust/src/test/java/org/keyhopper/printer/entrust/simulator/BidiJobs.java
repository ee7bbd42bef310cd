package org.keyhopper.printer.entrust.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.api.printer.Station;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineTrouble;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.Outcome;

/** Jobs of an Entrust printer: one at a time; an error stays until it is answered by an action with its code. */
final class BidiJobs {

    private static final int PROCESSING = 506;
    private static final int WRONG_JOB = 517;
    private static final int NOT_AVAILABLE = 500;
    private static final String CANCEL = "100";

    private static final Map<Outcome, Integer> CODES = new EnumMap<>(Map.ofEntries(
            Map.entry(Outcome.DONE, 0),
            Map.entry(Outcome.HOPPER_EMPTY, 112),
            Map.entry(Outcome.FEED_FAILED, 111),
            Map.entry(Outcome.COVER_OPEN, 114),
            Map.entry(Outcome.JAM, 234),
            Map.entry(Outcome.OUTPUT_FULL, 101),
            Map.entry(Outcome.REJECT_FULL, 242),
            Map.entry(Outcome.NO_CARD, 0),
            Map.entry(Outcome.OCCUPIED, PROCESSING),
            Map.entry(Outcome.NO_STATION, 149),
            Map.entry(Outcome.NO_REJECT_TRAY, 0),
            Map.entry(Outcome.BUSY, PROCESSING),
            Map.entry(Outcome.RESERVED, PROCESSING),
            Map.entry(Outcome.HARDWARE, 103),
            Map.entry(Outcome.OFFLINE, NOT_AVAILABLE)));

    private final CardMachine machine;
    private final Station station;
    private int job;
    private int error;
    private boolean ended;
    private String state = "NotAvailable";

    BidiJobs(CardMachine machine, Station station) {
        this.machine = machine;
        this.station = station;
    }

    /** Returns the reply's XML; empty when it is lost. */
    synchronized Optional<String> run(String schema, String xml) {
        if (schema.equals("\\Printer.PrinterOptions2:Read")) {
            return Optional.of(options());
        }
        if (machine.has(MachineTrouble.SWITCHED_OFF)) {
            return Optional.of(BidiXml.status(0, NOT_AVAILABLE));
        }
        return switch (schema) {
            case "\\Printer.PrintMessages:Read" -> Optional.of(BidiXml.status(job, message()));
            case "\\Printer.JobStatus:Read" -> Optional.of(BidiXml.job(job, state));
            case "\\Printer.Print:StartJob:Set" -> Optional.of(start());
            case "\\Printer.SmartCardUnit:Front:Park" -> park();
            case "\\Printer.Print:EndJob:Set" -> end();
            case "\\Printer.Action:Set" -> action(xml);
            default -> Optional.of(BidiXml.status(job, NOT_AVAILABLE));
        };
    }

    private String options() {
        String status = machine.has(MachineTrouble.SWITCHED_OFF) ? "Suspended" : busy() ? "Busy" : "Ready";
        return BidiXml.options(status, machine.serial());
    }

    private boolean busy() {
        return state.equals("JobActive") || machine.has(MachineTrouble.RESERVED);
    }

    private int message() {
        if (error != 0 && ended && machine.troubles().isEmpty()) {
            // Somebody put it right at the printer, which goes on by itself.
            error = 0;
            settle(machine.cardInside().isEmpty() ? new Motion(Outcome.DONE, true) : machine.eject());
        }
        return error;
    }

    private String start() {
        if (busy()) {
            return BidiXml.status(0, PROCESSING);
        }
        job++;
        error = 0;
        ended = false;
        state = "JobActive";
        return BidiXml.status(job, 0);
    }

    private Optional<String> park() {
        Motion arrival = machine.toStation(station);
        Motion last = arrival.isDone() ? machine.engage() : arrival;
        return told(new Motion(last.outcome(), arrival.told() && last.told()));
    }

    private Optional<String> end() {
        ended = true;
        Motion motion = machine.eject();
        settle(motion);
        return motion.told() ? Optional.of(BidiXml.status(job, 0)) : Optional.empty();
    }

    private void settle(Motion motion) {
        if (motion.isDone()) {
            state = "JobSucceeded";
        } else if (motion.told()) {
            error = CODES.get(motion.outcome());
        }
    }

    private Optional<String> action(String xml) {
        if (!number(xml, "PrinterJobID").equals(String.valueOf(job))) {
            return Optional.of(BidiXml.status(job, WRONG_JOB));
        }
        if (error != 0 && !number(xml, "ErrorCode").equals(String.valueOf(error))) {
            return Optional.of(BidiXml.status(job, error));
        }
        error = 0;
        return number(xml, "Action").equals(CANCEL) ? cancel() : told(machine.release());
    }

    private Optional<String> cancel() {
        Motion motion = machine.reject();
        if (motion.outcome() == Outcome.NO_REJECT_TRAY) {
            motion = machine.eject();
        }
        if (motion.isDone()
                || motion.outcome() == Outcome.NO_CARD
                || machine.cardInside().isEmpty()) {
            state = "JobCancelled";
            return motion.told() ? Optional.of(BidiXml.status(job, 0)) : Optional.empty();
        }
        return told(motion);
    }

    private Optional<String> told(Motion motion) {
        error = CODES.get(motion.outcome());
        return motion.told() ? Optional.of(BidiXml.status(job, error)) : Optional.empty();
    }

    private static String number(String xml, String element) {
        Matcher found = Pattern.compile("<" + element + ">(\\d+)</").matcher(xml);
        return found.find() ? found.group(1) : "";
    }
}
