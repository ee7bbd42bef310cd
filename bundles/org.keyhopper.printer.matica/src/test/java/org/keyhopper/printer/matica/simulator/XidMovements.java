package org.keyhopper.printer.matica.simulator;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.MachineTrouble;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.Outcome;
import org.keyhopper.rehearsal.printer.SkinServer;

/** Movements that are answered before they end, and asked after until they have. */
final class XidMovements {

    private static final int NO_CARDS = 0x2D000;
    private static final int BUSY = 0x2D300;
    private static final int CARD_POSITION = 0x52600;
    private static final long SOON_MILLIS = 30;

    private static final Map<Outcome, Integer> ERRORS = new EnumMap<>(Map.ofEntries(
            Map.entry(Outcome.DONE, 0),
            Map.entry(Outcome.HOPPER_EMPTY, NO_CARDS),
            Map.entry(Outcome.FEED_FAILED, 0x39000),
            Map.entry(Outcome.COVER_OPEN, 0x2D100),
            Map.entry(Outcome.JAM, 0x39300),
            Map.entry(Outcome.OUTPUT_FULL, 0x39400),
            Map.entry(Outcome.REJECT_FULL, 0x39400),
            Map.entry(Outcome.NO_CARD, CARD_POSITION),
            Map.entry(Outcome.OCCUPIED, CARD_POSITION),
            Map.entry(Outcome.NO_ENCODER, CARD_POSITION),
            Map.entry(Outcome.NO_REJECT_TRAY, CARD_POSITION),
            Map.entry(Outcome.BUSY, BUSY),
            Map.entry(Outcome.RESERVED, BUSY),
            Map.entry(Outcome.HARDWARE, 0x2D800),
            Map.entry(Outcome.OFFLINE, 0x2D800)));

    private final CardMachine machine;
    private FutureTask<Motion> running = new FutureTask<>(() -> new Motion(Outcome.DONE, true));

    XidMovements(CardMachine machine) {
        this.machine = machine;
        running.run();
    }

    /** Takes a card from the hopper; a card that is inside already is in the way. */
    synchronized int load(Encoder encoder) throws IOException {
        return machine.cardInside().isPresent() ? CARD_POSITION : start(() -> machine.toStation(encoder));
    }

    /** Starts a movement, and returns an error word if it fails at once. */
    synchronized int start(Supplier<Motion> movement) throws IOException {
        if (!running.isDone()) {
            return BUSY;
        }
        running = new FutureTask<>(movement::get);
        Thread.ofPlatform().daemon().name("xid movement").start(running);
        return word(SOON_MILLIS, 0);
    }

    /** Makes a movement and waits for its end. */
    synchronized int finish(Supplier<Motion> movement) throws IOException {
        return running.isDone() ? told(movement.get()) : BUSY;
    }

    /** Returns the error word of the last movement, or of the machine. */
    synchronized int readiness() throws IOException {
        if (!running.isDone()) {
            return BUSY;
        }
        int ended = word(0, BUSY);
        if (machine.has(MachineTrouble.RESERVED)) {
            return BUSY;
        }
        if (machine.has(MachineTrouble.COVER_OPEN)) {
            return ERRORS.get(Outcome.COVER_OPEN);
        }
        if (machine.has(MachineTrouble.JAMMED) || machine.has(MachineTrouble.BROKEN)) {
            return ended == 0 ? ERRORS.get(Outcome.JAM) : ended;
        }
        return machine.isHopperEmpty() ? NO_CARDS : 0;
    }

    private int word(long millis, int otherwise) throws IOException {
        try {
            return told(running.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return otherwise;
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private int told(Motion motion) throws IOException {
        if (!motion.told()) {
            // Only once: the machine goes on for the next caller.
            running = new FutureTask<>(() -> new Motion(Outcome.DONE, true));
            running.run();
            throw new SkinServer.Silence();
        }
        return ERRORS.get(motion.outcome());
    }
}
