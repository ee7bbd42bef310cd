package org.keyhopper.rehearsal.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.MachineFault;
import org.keyhopper.rehearsal.printer.Motion;

/** Operates the simulated printer of a rehearsal and triggers faults. Thread-safe. */
public final class PrinterOperator {

    private static final String NEW = "plain";
    private static final String USED = "pin=246813";

    private final CardMachine machine;
    private final DeadCards dead;

    PrinterOperator(CardMachine machine, DeadCards dead) {
        this.machine = machine;
        this.dead = dead;
    }

    /** Loads new cards at the bottom of the hopper. */
    public void loadNewCards(int count) {
        machine.load(NEW, count);
    }

    /** Loads a card that is already provisioned at the bottom of the hopper. */
    public void loadUsedCard() {
        machine.load(USED, 1);
    }

    /** Loads a card with a defective chip at the bottom of the hopper. */
    public void loadDeadCard() {
        machine.load(NEW, 1).forEach(dead::add);
    }

    public void openCover() {
        machine.begin(MachineCondition.COVER_OPEN);
    }

    public void closeCover() {
        machine.end(MachineCondition.COVER_OPEN);
    }

    /** Lets the next card jam on its way to the encoder. */
    public void letTheNextCardJam() {
        machine.plan(new MachineFault(MachineFault.Effect.JAM, Motion.Kind.FEED, machine.count(Motion.Kind.FEED) + 1));
    }

    /** Removes the card inside the printer, jammed or not. */
    public void clearJam() {
        try {
            machine.takeOutCard();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the cards from both trays. */
    public void emptyTrays() {
        machine.empty(CardPlace.OUTPUT);
        machine.empty(CardPlace.REJECT);
    }

    /** Returns the number of cards in the hopper. */
    public int cardsInHopper() {
        return serialsInHopper().size();
    }

    /** Returns the serial numbers of the cards in the hopper, in the order in which they are fed. */
    public List<String> serialsInHopper() {
        return machine.places().entrySet().stream()
                .filter(card -> card.getValue() == CardPlace.HOPPER)
                .map(card -> card.getKey().serial())
                .toList();
    }

    /** Returns whether the cover is open. */
    public boolean isCoverOpen() {
        return machine.has(MachineCondition.COVER_OPEN);
    }

    /** Returns whether a card is jammed. */
    public boolean isJammed() {
        return machine.has(MachineCondition.JAMMED);
    }
}
