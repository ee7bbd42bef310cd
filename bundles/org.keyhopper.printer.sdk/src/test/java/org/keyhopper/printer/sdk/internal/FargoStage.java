package org.keyhopper.printer.sdk.internal;

import java.util.Locale;
import java.util.concurrent.FutureTask;
import org.keyhopper.api.printer.Station;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.Outcome;

/** A card machine that is as sparing of words as a FARGO printer. */
final class FargoStage {

    private final CardMachine machine;
    private final boolean tellsStations;
    private Outcome last = Outcome.DONE;

    FargoStage(CardMachine machine, boolean tellsStations) {
        this.machine = machine;
        this.tellsStations = tellsStations;
    }

    synchronized String answer(String line) {
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "ACTIVITY" -> activity();
            case "STATION" -> tellsStations && isAt(words[1]) ? "CardPresent" : "NoCard";
            case "MOVE" -> move(words[1]);
            default -> throw new IllegalArgumentException(line);
        };
    }

    private String activity() {
        boolean cleared = last == Outcome.HOPPER_EMPTY && !machine.isHopperEmpty();
        if (last != Outcome.DONE && !cleared) {
            return "Exception";
        }
        if (machine.cardInside().isPresent() && !tellsStations) {
            return machine.cardInside().get() == CardPlace.CONTACT ? "EncodeContact" : "EncodeContactless";
        }
        return "Ready";
    }

    private boolean isAt(String station) {
        return machine.cardInside()
                .filter(place -> place.name().equalsIgnoreCase(station))
                .isPresent();
    }

    private String move(String target) {
        FutureTask<Motion> moving = PrinterStage.begin(() -> target.equals("Eject")
                ? machine.eject()
                : machine.toStation(Station.valueOf(target.toUpperCase(Locale.ROOT))));
        last = moving.resultNow().outcome();
        return PrinterStage.isUntold(moving) ? PrinterStage.CRASH : "";
    }
}
