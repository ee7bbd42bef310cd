package org.keyhopper.testkit.printer;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.keyhopper.api.printer.CardLocation;

/** A rig whose printer is a simulator that is told in words what happens, as the simulated machine of the rehearsal is. */
public abstract class SimulatorRig implements PrinterRig {

    private static final Map<Happening, String> WORDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Happening.CARD_LOADED, "load 1"),
            Map.entry(Happening.CARD_LEFT_INSIDE, "leave card"),
            Map.entry(Happening.COVER_OPENED, "open"),
            Map.entry(Happening.COVER_CLOSED, "close"),
            Map.entry(Happening.CARD_TAKEN_OUT, "take card"),
            Map.entry(Happening.SWITCHED_OFF, "power off"),
            Map.entry(Happening.SWITCHED_ON, "power on"),
            Map.entry(Happening.RESERVED, "reserve"),
            Map.entry(Happening.FREED, "free"),
            Map.entry(Happening.REJECT_TRAY_FULL, "fill reject"),
            Map.entry(Happening.REJECT_TRAY_EMPTIED, "empty reject"),
            Map.entry(Happening.FEED_WILL_JAM, "fault jam feed next"),
            Map.entry(Happening.EJECT_WILL_JAM, "fault jam eject next"),
            Map.entry(Happening.FEED_REPLY_WILL_BE_LOST, "fault lose-reply feed next"),
            Map.entry(Happening.EJECT_REPLY_WILL_BE_LOST, "fault lose-reply eject next")));

    private final Consumer<String> simulator;
    private final ToIntFunction<CardLocation> cards;
    private final IntSupplier movements;

    /**
     * @param simulator takes words such as {@code open} or {@code fault jam feed next}
     * @param cards see {@link #cardsAt}
     * @param movements see {@link #movements}
     */
    protected SimulatorRig(Consumer<String> simulator, ToIntFunction<CardLocation> cards, IntSupplier movements) {
        this.simulator = simulator;
        this.cards = cards;
        this.movements = movements;
    }

    @Override
    public final void happens(Happening happening) {
        simulator.accept(WORDS.get(happening));
    }

    @Override
    public final int cardsAt(CardLocation place) {
        return cards.applyAsInt(place);
    }

    @Override
    public final int movements() {
        return movements.getAsInt();
    }
}
