package org.keyhopper.printer.support;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.TriState;
import org.keyhopper.api.transport.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session of one card, common to all printers: tracks the position of the card and never repeats a movement
 * blindly.
 */
public final class GuardedSession implements CardSession {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedSession.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final CardPath path;
    private final Encoder encoder;
    private final TriState rejectTray;
    private final CardPosition card;

    /** Guards movements against a concurrent close. */
    private final ReentrantLock moving = new ReentrantLock();

    private boolean engaged;
    private volatile boolean closed;

    public GuardedSession(CardPath path, Encoder encoder, TriState rejectTray) {
        this.path = path;
        this.encoder = encoder;
        this.rejectTray = rejectTray;
        this.card = new CardPosition(encoder);
    }

    @Override
    public void present(Deadline deadline) throws PrinterException, InterruptedException {
        guarded(() -> {
            requireInPlay();
            if (card.location() == CardLocation.INSIDE) {
                // The card jammed; the operator may have removed it since.
                card.settle(path.locate(deadline));
            }
            CardLocation from = card.location();
            if (from != CardLocation.at(encoder)) {
                engaged = false;
                move(CardLocation.at(encoder), deadline, () -> path.bring(encoder, from, deadline));
            }
            if (!engaged) {
                path.engage(encoder, deadline);
                engaged = true;
            }
            return encoder;
        });
    }

    @Override
    public void release(Deadline deadline) throws PrinterException, InterruptedException {
        guarded(() -> {
            if (engaged) {
                path.disengage(encoder, deadline);
                engaged = false;
            }
            return encoder;
        });
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        if (card.location() == CardLocation.OUTPUT_TRAY) {
            return;
        }
        guarded(() -> {
            requireInside();
            release(deadline);
            move(CardLocation.OUTPUT_TRAY, deadline, () -> path.eject(deadline));
            return encoder;
        });
    }

    @Override
    public Disposal reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        return guarded(() -> {
            if (!card.location().isOut()) {
                requireInside();
                release(deadline);
                move(CardPosition.rejectedTo(rejectTray), deadline, () -> rejectInside(reason, deadline));
            }
            return card.disposal(rejectTray);
        });
    }

    private void rejectInside(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        if (rejectTray == TriState.NO) {
            path.eject(deadline);
        } else {
            path.reject(reason, deadline);
        }
    }

    @Override
    public CardLocation location() {
        return card.location();
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        return guarded(() -> card.settle(path.locate(deadline)));
    }

    @Override
    public void close() {
        moving.lock();
        boolean interrupted = Thread.interrupted();
        try {
            if (!closed) {
                leave();
            }
        } finally {
            closed = true;
            moving.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isClosed() {
        return closed;
    }

    private void leave() {
        try {
            if (card.isInside()) {
                reject("the session was closed", Deadline.in(CLOSE_TIMEOUT));
            }
        } catch (PrinterException e) {
            LOG.warn("A card remains in the printer: {}", e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            path.end();
        } catch (PrinterException e) {
            LOG.warn("The printer was not released: {}", e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void move(CardLocation target, Deadline deadline, Step movement)
            throws PrinterException, InterruptedException {
        CardLocation from = card.location();
        card.departFor(target);
        try {
            movement.run();
            card.arrived();
        } catch (PrinterException e) {
            if (e.kind() != FailureKind.OUTCOME_UNKNOWN) {
                card.stayAt(from);
                updatePosition(deadline);
            }
            throw e;
        }
    }

    /** After a movement that failed according to the printer, the card may be at its origin or anywhere on the way. */
    private void updatePosition(Deadline deadline) throws InterruptedException {
        try {
            CardLocation seen = path.locate(deadline);
            if (seen != CardLocation.UNKNOWN) {
                card.settle(seen);
            }
        } catch (PrinterException e) {
            LOG.info("The position after a failed movement cannot be queried: {}", e.problem());
        }
    }

    private void requireInPlay() throws PrinterException {
        card.requireKnown();
        if (closed || card.location().isOut()) {
            throw new IllegalStateException("the card of this session has left the printer");
        }
    }

    private void requireInside() throws PrinterException {
        requireInPlay();
        if (card.location() == CardLocation.HOPPER) {
            throw new IllegalStateException("no card was fed yet");
        }
    }

    private <T> T guarded(Work<T> work) throws PrinterException, InterruptedException {
        moving.lockInterruptibly();
        try {
            return work.run();
        } finally {
            moving.unlock();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws PrinterException, InterruptedException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws PrinterException, InterruptedException;
    }
}
