package org.keyhopper.printer.matica.simulator;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.LoopbackServer;
import org.keyhopper.rehearsal.printer.MachineCondition;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.MotionOutcome;

/** Movements that are acknowledged before they end, and polled until then. */
final class XidMovements {

    private static final int NO_CARDS = 0x2D000;
    private static final int BUSY = 0x2D300;
    private static final int CARD_POSITION = 0x52600;
    private static final long SOON_MILLIS = 250;

    private static final Map<MotionOutcome, Integer> ERRORS = new EnumMap<>(Map.ofEntries(
            Map.entry(MotionOutcome.DONE, 0),
            Map.entry(MotionOutcome.HOPPER_EMPTY, NO_CARDS),
            Map.entry(MotionOutcome.FEED_FAILED, 0x39000),
            Map.entry(MotionOutcome.COVER_OPEN, 0x2D100),
            Map.entry(MotionOutcome.JAM, 0x39300),
            Map.entry(MotionOutcome.OUTPUT_FULL, 0x39400),
            Map.entry(MotionOutcome.REJECT_FULL, 0x39400),
            Map.entry(MotionOutcome.NO_CARD, CARD_POSITION),
            Map.entry(MotionOutcome.OCCUPIED, CARD_POSITION),
            Map.entry(MotionOutcome.NO_ENCODER, CARD_POSITION),
            Map.entry(MotionOutcome.NO_REJECT_TRAY, CARD_POSITION),
            Map.entry(MotionOutcome.BUSY, BUSY),
            Map.entry(MotionOutcome.RESERVED, BUSY),
            Map.entry(MotionOutcome.HARDWARE, 0x2D800),
            Map.entry(MotionOutcome.OFFLINE, 0x2D800)));

    private final CardMachine machine;
    private FutureTask<Motion> running = new FutureTask<>(() -> new Motion(MotionOutcome.DONE, true));

    /** Whether the end of the movement is still to be reported. */
    private boolean endUnreported;

    XidMovements(CardMachine machine) {
        this.machine = machine;
        running.run();
    }

    /** Feeds a card from the hopper; fails if a card is inside. */
    synchronized int load(Encoder encoder) throws IOException {
        return machine.cardInside().isPresent() ? CARD_POSITION : start(() -> machine.toEncoder(encoder));
    }

    /** Starts a movement, and returns an error word if it fails at once. */
    synchronized int start(Supplier<Motion> movement) throws IOException {
        if (!running.isDone()) {
            return BUSY;
        }
        running = new FutureTask<>(movement::get);
        Thread.ofPlatform().daemon().name("xid movement").start(running);
        OptionalInt end = end(SOON_MILLIS);
        endUnreported = end.isEmpty();
        return end.orElse(0);
    }

    /** Performs a movement and waits for its end. */
    synchronized int finish(Supplier<Motion> movement) throws IOException {
        return running.isDone() ? wordFor(movement.get()) : BUSY;
    }

    /** Returns the error word of the last movement, once, or of the machine. */
    synchronized int readiness() throws IOException {
        if (!running.isDone()) {
            return BUSY;
        }
        int ended = end(0).orElse(BUSY);
        if (endUnreported && ended != 0) {
            endUnreported = false;
            return ended;
        }
        if (machine.has(MachineCondition.RESERVED)) {
            return BUSY;
        }
        if (machine.has(MachineCondition.COVER_OPEN)) {
            return ERRORS.get(MotionOutcome.COVER_OPEN);
        }
        if (machine.has(MachineCondition.JAMMED) || machine.has(MachineCondition.BROKEN)) {
            return ended == 0 ? ERRORS.get(MotionOutcome.JAM) : ended;
        }
        return machine.isHopperEmpty() ? NO_CARDS : 0;
    }

    private OptionalInt end(long millis) throws IOException {
        try {
            return OptionalInt.of(wordFor(running.get(millis, TimeUnit.MILLISECONDS)));
        } catch (TimeoutException e) {
            return OptionalInt.empty();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private int wordFor(Motion motion) throws IOException {
        if (!motion.told()) {
            // Reported only once: the machine is ready for the next caller.
            running = new FutureTask<>(() -> new Motion(MotionOutcome.DONE, true));
            running.run();
            throw new LoopbackServer.Silence();
        }
        return ERRORS.get(motion.outcome());
    }
}
