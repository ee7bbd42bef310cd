package org.keyhopper.printer.sdk.internal;

import java.util.Locale;
import java.util.concurrent.FutureTask;
import org.keyhopper.api.printer.Station;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.MachineTrouble;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.Outcome;

/** A card machine that is as sparing of words as a FARGO printer. */
final class FargoStage {

    private final CardMachine machine;
    private final boolean tellsStations;
    private FutureTask<Motion> moving = PrinterStage.begin(() -> new Motion(Outcome.DONE, true));

    FargoStage(CardMachine machine, boolean tellsStations) {
        this.machine = machine;
        this.tellsStations = tellsStations;
    }

    synchronized String answer(String line) {
        if (machine.has(MachineTrouble.SWITCHED_OFF)) {
            return "THROW";
        }
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "ACTIVITY" -> activity();
            case "STATION" -> tellsStations && isAt(words[1]) ? "CardPresent" : "NoCard";
            case "MOVE" -> move(words[1]);
            default -> throw new IllegalArgumentException(line);
        };
    }

    private String activity() {
        if (isStuck()) {
            return "Exception";
        }
        if (machine.has(MachineTrouble.RESERVED) || !moving.isDone()) {
            return "CardFeeding";
        }
        if (machine.cardInside().isPresent() && !tellsStations) {
            return machine.cardInside().get() == CardPlace.CONTACT ? "EncodeContact" : "EncodeContactless";
        }
        return "Ready";
    }

    /** The last movement stays undone until somebody has seen to what kept it. */
    private boolean isStuck() {
        if (machine.has(MachineTrouble.COVER_OPEN) || machine.has(MachineTrouble.JAMMED)) {
            return true;
        }
        boolean wanted = moving.isDone() && moving.resultNow().outcome() == Outcome.HOPPER_EMPTY;
        return wanted && machine.isHopperEmpty();
    }

    private boolean isAt(String station) {
        return machine.cardInside()
                .filter(place -> place.name().equalsIgnoreCase(station))
                .isPresent();
    }

    private String move(String target) {
        moving = PrinterStage.begin(() -> target.equals("Eject")
                ? machine.eject()
                : machine.toStation(Station.valueOf(target.toUpperCase(Locale.ROOT))));
        return PrinterStage.isUntold(moving) ? PrinterStage.CRASH : "";
    }
}
