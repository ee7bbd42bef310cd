package org.keyhopper.printer.sdk.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.keyhopper.api.printer.Station;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineTrouble;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.Outcome;

/** A card machine that takes jobs as Zebra printers do: a job in an alarm tries again by itself. */
final class ZebraStage {

    private final CardMachine machine;
    private int job;
    private Station station = Station.CONTACT;
    private String end = "done_ok";
    private boolean leaving;
    private Callable<Motion> movement = () -> new Motion(Outcome.DONE, true);
    private FutureTask<Motion> moving = new FutureTask<>(movement);

    ZebraStage(CardMachine machine) {
        this.machine = machine;
    }

    synchronized String answer(String line) {
        if (machine.has(MachineTrouble.SWITCHED_OFF)) {
            return "THROW";
        }
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "STATUS" -> status();
            case "START" -> start(Station.valueOf(words[1]));
            case "JOB" -> job();
            case "RESUME" -> leave("done_ok", machine::eject);
            case "CANCEL" -> cancel();
            default -> throw new IllegalArgumentException(line);
        };
    }

    private String status() {
        int jobs = machine.has(MachineTrouble.RESERVED) ? 1 : 0;
        return "idle|" + jobs + "|" + alarm(trouble()) + "|0|";
    }

    private String start(Station at) {
        job++;
        station = at;
        leaving = false;
        movement = () -> {
            Motion motion = machine.toStation(at);
            if (motion.isDone()) {
                machine.engage();
            }
            return motion;
        };
        moving = PrinterStage.begin(movement);
        return PrinterStage.isUntold(moving) ? PrinterStage.CRASH : String.valueOf(job);
    }

    private String cancel() {
        return machine.cardInside().isPresent() ? leave("cancelled_by_user", machine::reject) : withoutCard();
    }

    private String withoutCard() {
        leaving = true;
        end = "cancelled_by_user";
        moving = PrinterStage.begin(() -> new Motion(Outcome.DONE, true));
        return "";
    }

    private String leave(String becomes, Callable<Motion> way) {
        leaving = true;
        end = becomes;
        movement = way;
        moving = PrinterStage.begin(way);
        return PrinterStage.isUntold(moving) ? PrinterStage.CRASH : "";
    }

    private String job() {
        if (!moving.isDone()) {
            return report("in_progress", "feeding", Outcome.DONE);
        }
        Outcome outcome = moving.resultNow().outcome();
        if (outcome == Outcome.DONE) {
            return leaving ? report(end, "not_in_printer", outcome) : report("in_progress", "encoding", outcome);
        }
        if (leaving && end.startsWith("cancelled") && outcome == Outcome.JAM) {
            return report(end, "unknown", Outcome.DONE);
        }
        if (leaving) {
            moving = PrinterStage.begin(movement);
            outcome = moving.isDone() ? moving.resultNow().outcome() : Outcome.DONE;
            return outcome == Outcome.DONE ? job() : report("alarm_handling", "", outcome);
        }
        return report("alarm_handling", "", outcome);
    }

    private String report(String print, String position, Outcome outcome) {
        boolean there = !leaving && moving.isDone() && outcome == Outcome.DONE;
        String contact = there && station == Station.CONTACT ? "at_station" : "";
        String contactless = there && station == Station.CONTACTLESS ? "at_station" : "";
        return String.join("|", print, position, contact, contactless, alarm(outcome), "0|");
    }

    private Outcome trouble() {
        if (machine.has(MachineTrouble.COVER_OPEN)) {
            return Outcome.COVER_OPEN;
        }
        return machine.has(MachineTrouble.JAMMED) ? Outcome.JAM : Outcome.DONE;
    }

    private static String alarm(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "0|";
            case HOPPER_EMPTY -> "4016|OUT OF CARDS";
            case JAM -> "4065|MEDIA JAM";
            case COVER_OPEN -> "9001|COVER OPEN";
            case REJECT_FULL -> "9002|REJECT BIN FULL";
            default -> "9999|" + outcome;
        };
    }
}
