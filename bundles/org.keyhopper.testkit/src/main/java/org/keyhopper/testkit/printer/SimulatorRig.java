package org.keyhopper.testkit.printer;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;

/**
 * A rig with a simulated printer whose events are text commands, such as the simulated machine of the rehearsal. Uses the
 * contactless encoder.
 */
public final class SimulatorRig implements PrinterRig {

    private static final Map<PrinterEvent, String> WORDS = new EnumMap<>(Map.ofEntries(
            Map.entry(PrinterEvent.CARD_LOADED, "load 1"),
            Map.entry(PrinterEvent.CARD_LEFT_INSIDE, "leave card"),
            Map.entry(PrinterEvent.COVER_OPENED, "open"),
            Map.entry(PrinterEvent.COVER_CLOSED, "close"),
            Map.entry(PrinterEvent.CARD_TAKEN_OUT, "take card"),
            Map.entry(PrinterEvent.SWITCHED_OFF, "power off"),
            Map.entry(PrinterEvent.SWITCHED_ON, "power on"),
            Map.entry(PrinterEvent.RESERVED, "reserve"),
            Map.entry(PrinterEvent.FREED, "free"),
            Map.entry(PrinterEvent.REJECT_TRAY_FULL, "fill reject"),
            Map.entry(PrinterEvent.REJECT_TRAY_EMPTIED, "empty reject"),
            Map.entry(PrinterEvent.FEED_WILL_JAM, "fault jam feed next"),
            Map.entry(PrinterEvent.EJECT_WILL_JAM, "fault jam eject next"),
            Map.entry(PrinterEvent.FEED_REPLY_WILL_BE_LOST, "fault lose-reply feed next"),
            Map.entry(PrinterEvent.EJECT_REPLY_WILL_BE_LOST, "fault lose-reply eject next")));

    private final PrinterDriver driver;
    private final PrinterAddress address;
    private final Consumer<String> simulator;
    private final ToIntFunction<CardLocation> cards;
    private final IntSupplier movements;
    private final Runnable close;

    /**
     * @param address see {@link #address}
     * @param simulator accepts commands such as {@code open} or {@code fault jam feed next}
     * @param cards see {@link #cardsAt}
     * @param movements see {@link #movements}
     * @param close stops the simulator
     */
    public SimulatorRig(
            PrinterDriver driver,
            PrinterAddress address,
            Consumer<String> simulator,
            ToIntFunction<CardLocation> cards,
            IntSupplier movements,
            Runnable close) {
        this.driver = driver;
        this.address = address;
        this.simulator = simulator;
        this.cards = cards;
        this.movements = movements;
        this.close = close;
    }

    @Override
    public PrinterDriver driver() {
        return driver;
    }

    @Override
    public PrinterAddress address() {
        return address;
    }

    @Override
    public Encoder encoder() {
        return Encoder.CONTACTLESS;
    }

    @Override
    public void trigger(PrinterEvent event) {
        simulator.accept(WORDS.get(event));
    }

    @Override
    public int cardsAt(CardLocation place) {
        return cards.applyAsInt(place);
    }

    @Override
    public int movements() {
        return movements.getAsInt();
    }

    @Override
    public void close() {
        close.run();
    }
}
