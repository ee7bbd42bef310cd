package org.keyhopper.rehearsal.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.rehearsal.printer.MotionOutcome;

/** The movements of a simulated machine. Each continues if its caller stops waiting, as with a real one. */
final class MachinePath implements CardPath {

    private final CardMachine machine;

    MachinePath(CardMachine machine) {
        this.machine = machine;
    }

    @Override
    public void bring(Encoder encoder, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        perform(() -> machine.toEncoder(encoder), encoder.name(), deadline);
    }

    @Override
    public void engage(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        perform(machine::engage, encoder.name(), deadline);
    }

    @Override
    public void disengage(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        perform(machine::release, encoder.name(), deadline);
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        perform(machine::eject, "", deadline);
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        perform(machine::reject, "", deadline);
    }

    @Override
    public CardLocation locate(Deadline deadline) {
        if (machine.isMoving()) {
            return CardLocation.MOVING;
        }
        return machine.cardInside().map(MachinePath::location).orElse(CardLocation.HOPPER);
    }

    private static CardLocation location(CardPlace place) {
        return switch (place) {
            case CONTACT -> CardLocation.CONTACT;
            case CONTACTLESS -> CardLocation.CONTACTLESS;
            default -> CardLocation.INSIDE;
        };
    }

    private static void perform(Supplier<Motion> movement, String argument, Deadline deadline)
            throws PrinterException, InterruptedException {
        FutureTask<Motion> task = new FutureTask<>(movement::get);
        Thread.ofPlatform().daemon().name("rehearsal printer").start(task);
        try {
            Motion motion = task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            if (!motion.told()) {
                throw Purpose.MOVEMENT.unanswered(new IOException("no reply"));
            }
            if (!motion.isDone()) {
                throw PrinterException.of(problem(motion.outcome()), argument);
            }
        } catch (TimeoutException e) {
            throw Purpose.MOVEMENT.unanswered(new IOException(e));
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(e.getCause()));
        }
    }

    private static PrinterProblem problem(MotionOutcome outcome) {
        return switch (outcome) {
            case DONE, OCCUPIED, NO_CARD, NO_REJECT_TRAY -> PrinterProblem.COMMAND_REFUSED;
            case HOPPER_EMPTY -> PrinterProblem.HOPPER_EMPTY;
            case FEED_FAILED -> PrinterProblem.FEED_FAILED;
            case COVER_OPEN -> PrinterProblem.COVER_OPEN;
            case JAM -> PrinterProblem.JAM;
            case OUTPUT_FULL -> PrinterProblem.OUTPUT_FULL;
            case REJECT_FULL -> PrinterProblem.REJECT_FULL;
            case NO_ENCODER -> PrinterProblem.ENCODER_MISSING;
            case BUSY -> PrinterProblem.BUSY;
            case RESERVED -> PrinterProblem.RESERVED;
            case HARDWARE -> PrinterProblem.HARDWARE;
            case OFFLINE -> PrinterProblem.OFFLINE;
        };
    }
}
