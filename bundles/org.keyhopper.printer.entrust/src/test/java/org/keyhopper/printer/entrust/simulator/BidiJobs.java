package org.keyhopper.printer.entrust.simulator;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.MotionOutcome;

/** The jobs of an Entrust printer: one at a time; an error persists until it is answered by an action with its code. */
final class BidiJobs {

    private static final int PROCESSING = 506;
    private static final int WRONG_JOB = 517;
    private static final int NOT_AVAILABLE = 500;
    private static final int OTHER_JOB = 9999;
    private static final int ONLY_CANCEL = 2;
    private static final int RESUME_OR_CANCEL = 4;
    private static final String CANCEL = "100";

    private static final Map<MotionOutcome, Integer> CODES = new EnumMap<>(Map.ofEntries(
            Map.entry(MotionOutcome.DONE, 0),
            Map.entry(MotionOutcome.HOPPER_EMPTY, 112),
            Map.entry(MotionOutcome.FEED_FAILED, 111),
            Map.entry(MotionOutcome.COVER_OPEN, 114),
            Map.entry(MotionOutcome.JAM, 234),
            Map.entry(MotionOutcome.OUTPUT_FULL, 101),
            Map.entry(MotionOutcome.REJECT_FULL, 242),
            Map.entry(MotionOutcome.NO_CARD, 0),
            Map.entry(MotionOutcome.OCCUPIED, PROCESSING),
            Map.entry(MotionOutcome.NO_ENCODER, 149),
            Map.entry(MotionOutcome.NO_REJECT_TRAY, 0),
            Map.entry(MotionOutcome.BUSY, PROCESSING),
            Map.entry(MotionOutcome.RESERVED, PROCESSING),
            Map.entry(MotionOutcome.HARDWARE, 103),
            Map.entry(MotionOutcome.OFFLINE, NOT_AVAILABLE)));

    private final CardMachine machine;
    private final Encoder encoder;
    private final Set<BidiQuirk> quirks;
    private int job;
    private boolean refused;
    private int asked;
    private int error;
    private boolean ended;
    private String state = "NotAvailable";

    BidiJobs(CardMachine machine, Encoder encoder, Set<BidiQuirk> quirks) {
        this.quirks = Set.copyOf(quirks);
        this.machine = machine;
        this.encoder = encoder;
    }

    /** Returns the reply's XML; empty if the reply is lost. */
    synchronized Optional<String> run(String schema, String xml) {
        if (schema.equals("\\Printer.PrinterOptions2:Read")) {
            return Optional.of(options());
        }
        if (machine.has(MachineCondition.SWITCHED_OFF)) {
            return Optional.of(BidiXml.status(0, NOT_AVAILABLE));
        }
        return switch (schema) {
            case "\\Printer.PrintMessages:Read" -> Optional.of(messages());
            case "\\Printer.JobStatus:Read" -> Optional.of(BidiXml.job(job, jobState(number(xml, "PrinterJobID"))));
            case "\\Printer.Print:StartJob:Set" -> Optional.of(start());
            case "\\Printer.SmartCardUnit:Front:Park" -> park();
            case "\\Printer.Print:EndJob:Set" -> end();
            case "\\Printer.Action:Set" -> action(xml);
            default -> Optional.of(BidiXml.status(job, NOT_AVAILABLE));
        };
    }

    private boolean has(BidiQuirk quirk) {
        return quirks.contains(quirk);
    }

    private String messages() {
        int now = message();
        return now == 0 && has(BidiQuirk.MESSAGE_OF_ANOTHER_JOB)
                ? BidiXml.status(OTHER_JOB, CODES.get(MotionOutcome.JAM))
                : status(now);
    }

    /** Returns the state of a job; an unknown job is not available. */
    private String jobState(String number) {
        if (!number.equals(String.valueOf(job))) {
            return "NotAvailable";
        }
        boolean late = has(BidiQuirk.ENDS_LATE) && !state.equals("JobActive") && asked++ == 0;
        return late ? "JobActive" : state;
    }

    private String status(int code) {
        return BidiXml.status(job, code, has(BidiQuirk.CANCEL_ONLY) ? ONLY_CANCEL : RESUME_OR_CANCEL);
    }

    private String options() {
        String status = machine.has(MachineCondition.SWITCHED_OFF) ? "Suspended" : busy() ? "Busy" : "Ready";
        return BidiXml.options(status, machine.serial());
    }

    private boolean busy() {
        return hasJob() || has(BidiQuirk.ALWAYS_BUSY);
    }

    private boolean hasJob() {
        return state.equals("JobActive") || machine.has(MachineCondition.RESERVED);
    }

    private int message() {
        if (error != 0 && ended && machine.troubles().isEmpty()) {
            // Cleared at the printer, which continues by itself.
            error = 0;
            settle(machine.cardInside().isEmpty() ? new Motion(MotionOutcome.DONE, true) : machine.eject());
        }
        return error;
    }

    private String start() {
        refused = !refused && job > 0 && has(BidiQuirk.PROCESSING_FIRST);
        if (hasJob() || refused) {
            return BidiXml.status(0, PROCESSING);
        }
        asked = 0;
        job++;
        error = 0;
        ended = false;
        state = "JobActive";
        return BidiXml.status(job, 0);
    }

    private Optional<String> park() {
        Motion arrival = machine.toEncoder(encoder);
        Motion last = arrival.isDone() ? machine.engage() : arrival;
        return replyTo(new Motion(last.outcome(), arrival.told() && last.told()));
    }

    private Optional<String> end() {
        ended = true;
        Motion motion = machine.eject();
        settle(motion);
        return motion.told() ? Optional.of(BidiXml.status(job, 0)) : Optional.empty();
    }

    private void settle(Motion motion) {
        if (motion.isDone()) {
            state = has(BidiQuirk.CARD_TO_RETRIEVE) ? "CardReadyToRetrieve" : "JobSucceeded";
        } else if (motion.told()) {
            error = CODES.get(motion.outcome());
        }
    }

    private Optional<String> action(String xml) {
        if (!number(xml, "PrinterJobID").equals(String.valueOf(job))) {
            return Optional.of(BidiXml.status(job, WRONG_JOB));
        }
        if (error != 0 && !number(xml, "ErrorCode").equals(String.valueOf(error))) {
            return Optional.of(status(error));
        }
        error = 0;
        return number(xml, "Action").equals(CANCEL) ? cancel() : replyTo(machine.release());
    }

    private Optional<String> cancel() {
        Motion motion = machine.reject();
        if (motion.outcome() == MotionOutcome.NO_REJECT_TRAY) {
            motion = machine.eject();
        }
        if (motion.isDone()
                || motion.outcome() == MotionOutcome.NO_CARD
                || machine.cardInside().isEmpty()) {
            state = "JobCancelled";
            return motion.told() ? Optional.of(BidiXml.status(job, 0)) : Optional.empty();
        }
        return replyTo(motion);
    }

    private Optional<String> replyTo(Motion motion) {
        error = CODES.get(motion.outcome());
        return motion.told() ? Optional.of(status(error)) : Optional.empty();
    }

    private static String number(String xml, String element) {
        Matcher found = Pattern.compile("<" + element + ">(\\d+)</").matcher(xml);
        return found.find() ? found.group(1) : "";
    }
}
