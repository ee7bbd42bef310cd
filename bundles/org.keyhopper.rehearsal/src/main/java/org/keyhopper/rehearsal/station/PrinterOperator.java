package org.keyhopper.rehearsal.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.MachineFault;
import org.keyhopper.rehearsal.printer.MachineTrouble;
import org.keyhopper.rehearsal.printer.Motion;

/** The hands at a rehearsed printer, and what can go wrong there. Any thread. */
public final class PrinterHands {

    private static final String NEW = "plain";
    private static final String USED = "pin=246813";

    private final CardMachine machine;
    private final DeadCards dead;

    PrinterHands(CardMachine machine, DeadCards dead) {
        this.machine = machine;
        this.dead = dead;
    }

    /** Puts new cards at the bottom of the stack in the hopper. */
    public void loadNewCards(int count) {
        machine.load(NEW, count);
    }

    /** Puts a card that is somebody's at the bottom of the stack. */
    public void loadUsedCard() {
        machine.load(USED, 1);
    }

    /** Puts a card that no reader sees at the bottom of the stack. */
    public void loadDeadCard() {
        machine.load(NEW, 1).forEach(dead::add);
    }

    public void openCover() {
        machine.begin(MachineTrouble.COVER_OPEN);
    }

    public void closeCover() {
        machine.end(MachineTrouble.COVER_OPEN);
    }

    /** Lets the next card stick on its way to the station. */
    public void letTheNextCardJam() {
        machine.plan(new MachineFault(MachineFault.Effect.JAM, Motion.Kind.FEED, machine.count(Motion.Kind.FEED) + 1));
    }

    /** Takes out what is inside the printer, jammed or not. */
    public void clearJam() {
        try {
            machine.takeOutCard();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the cards out of both trays. */
    public void emptyTrays() {
        machine.empty(CardPlace.OUTPUT);
        machine.empty(CardPlace.REJECT);
    }

    /** Returns how many cards are left in the hopper. */
    public int cardsInHopper() {
        return (int) machine.places().values().stream()
                .filter(CardPlace.HOPPER::equals)
                .count();
    }

    /** Returns whether the cover is open. */
    public boolean isCoverOpen() {
        return machine.has(MachineTrouble.COVER_OPEN);
    }

    /** Returns whether a card is stuck. */
    public boolean isJammed() {
        return machine.has(MachineTrouble.JAMMED);
    }
}
