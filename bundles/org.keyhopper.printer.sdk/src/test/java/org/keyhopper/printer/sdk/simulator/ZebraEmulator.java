package org.keyhopper.printer.sdk.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.printer.sdk.simulator.ZebraModel.Quirk;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.MachineOptions;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.MotionOutcome;

/** A card machine that executes jobs as Zebra printers do: a job in alarm retries by itself. */
public final class ZebraEmulator {

    private static final String THROW = "THROW";
    private static final int BUSY_EVERY = 5;

    private final CardMachine machine;
    private final ZebraModel model;
    private final Deque<String> phases = new ArrayDeque<>();
    private int questions;
    private int job;
    private Encoder encoder = Encoder.CONTACT;
    private String end = "done_ok";
    private boolean leaving;
    private boolean over = true;
    private Callable<Motion> movement = () -> new Motion(MotionOutcome.DONE, true);
    private FutureTask<Motion> moving = new FutureTask<>(movement);

    public ZebraEmulator(CardMachine machine, ZebraModel model) {
        this.machine = machine;
        this.model = model;
    }

    public synchronized String answer(String line) {
        if (machine.has(MachineCondition.SWITCHED_OFF)) {
            return THROW;
        }
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "OPEN" -> "";
            case "RANGE" -> range(words[1]);
            case "STATUS" -> isBusy() ? THROW : status();
            case "START" -> start(Encoder.valueOf(words[1]));
            case "JOB" -> isBusy() ? THROW : words[1].equals(String.valueOf(job)) ? job() : "REFUSE no such job";
            case "RESUME" -> leave(model.has(Quirk.CLEANS_UP) ? "cleaning_up" : "done_ok", machine::eject);
            case "CANCEL" -> cancel();
            default -> throw new IllegalArgumentException(line);
        };
    }

    private boolean isBusy() {
        return model.has(Quirk.BUSY_AT_TIMES) && ++questions % BUSY_EVERY == 0;
    }

    private String range(String setting) {
        return switch (setting) {
            case "source" -> "Feeder,ATM,Internal,AutoDetect";
            case "destination" -> hasBin() ? "Eject,Reject,Hold" : "Eject,Hold";
            case "contact" -> "no,yes";
            case "contactless" -> "no,MIFARE,uhf";
            default -> "REFUSE no such setting";
        };
    }

    private boolean hasBin() {
        return machine.options().rejectTray() == MachineOptions.Tray.BUILT_IN;
    }

    private String status() {
        int jobs = machine.has(MachineCondition.RESERVED) || !over ? 1 : 0;
        return "idle|" + jobs + "|" + alarm(trouble()) + "|0|";
    }

    private String start(Encoder at) {
        job++;
        encoder = at;
        leaving = false;
        over = false;
        phases.clear();
        if (model.has(Quirk.PHASES)) {
            phases.addAll(List.of("parsed", "receive_ok", "in_progress", "in_progress"));
        }
        movement = () -> {
            Motion motion = machine.toEncoder(at);
            if (motion.isDone()) {
                machine.engage();
            }
            return motion;
        };
        moving = PrinterEmulator.begin(movement);
        return PrinterEmulator.isUntold(moving) ? PrinterEmulator.CRASH : String.valueOf(job);
    }

    private String cancel() {
        if (machine.cardInside().isEmpty()) {
            return leave("cancelled_by_user", () -> new Motion(MotionOutcome.DONE, true));
        }
        return leave("cancelled_by_user", hasBin() ? machine::reject : machine::eject);
    }

    private String leave(String becomes, Callable<Motion> way) {
        leaving = true;
        end = becomes;
        movement = way;
        moving = PrinterEmulator.begin(way);
        return PrinterEmulator.isUntold(moving) ? PrinterEmulator.CRASH : "";
    }

    private String job() {
        if (!moving.isDone()) {
            return report("in_progress", "feeding", MotionOutcome.DONE);
        }
        if (moving.resultNow().outcome() != MotionOutcome.DONE && !isError()) {
            moving = PrinterEmulator.begin(movement);
        }
        MotionOutcome outcome = moving.isDone() ? moving.resultNow().outcome() : MotionOutcome.DONE;
        if (leaving && end.startsWith("cancelled") && outcome == MotionOutcome.JAM) {
            over = true;
            return report(end, "unknown", MotionOutcome.DONE);
        }
        if (outcome != MotionOutcome.DONE) {
            boolean zxp = model.has(Quirk.NO_POSITION);
            return report(zxp && !isError() ? "alarm_handling" : "in_progress", "feeding", outcome);
        }
        over = leaving && moving.isDone();
        if (over) {
            return report(end, "not_in_printer", outcome);
        }
        return phases.isEmpty()
                ? report("in_progress", "smart_encode", outcome)
                : report(phases.removeFirst(), "in_process", outcome);
    }

    private boolean isError() {
        return model.has(Quirk.JAM_IS_AN_ERROR)
                && moving.isDone()
                && moving.resultNow().outcome() == MotionOutcome.JAM;
    }

    private String report(String print, String position, MotionOutcome outcome) {
        boolean there = position.equals("smart_encode") && moving.isDone();
        String contact = there && encoder == Encoder.CONTACT ? "at_station" : "";
        String contactless = there && encoder == Encoder.CONTACTLESS ? "at_station" : "";
        boolean error = outcome != MotionOutcome.DONE && isError();
        return String.join(
                "|",
                print,
                model.has(Quirk.NO_POSITION) ? "" : position,
                contact,
                contactless,
                error ? "0|" : alarm(outcome),
                error ? "7032|CARD JAM" : "0|",
                String.valueOf(over));
    }

    private MotionOutcome trouble() {
        if (machine.has(MachineCondition.COVER_OPEN)) {
            return MotionOutcome.COVER_OPEN;
        }
        return machine.has(MachineCondition.JAMMED) ? MotionOutcome.JAM : MotionOutcome.DONE;
    }

    private String alarm(MotionOutcome outcome) {
        return switch (outcome) {
            case DONE -> "0|";
            case HOPPER_EMPTY -> model.has(Quirk.NO_POSITION) ? "4001|OUT OF CARDS" : "4016|FEEDER EMPTY";
            case JAM -> "4003|CARD JAM";
            case COVER_OPEN -> "7028|FEEDER DOOR OPEN";
            case REJECT_FULL -> "7034|REJECT BIN FULL";
            default -> "9999|" + outcome;
        };
    }
}
