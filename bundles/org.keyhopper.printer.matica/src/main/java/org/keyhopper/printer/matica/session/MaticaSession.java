package org.keyhopper.printer.matica.session;

import java.time.Duration;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.matica.protocol.MaticaLink;
import org.keyhopper.printer.matica.protocol.MaticaProtocol;
import org.keyhopper.printer.matica.status.MaticaStatus;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/**
 * The movements of an XID printer: a movement is accepted by its reply, and completed once the printer is ready and
 * reports the expected position. A postponed command, because the printer is not ready or its state has changed, was
 * not executed: the position is queried and the command is sent again.
 */
public final class MaticaSession implements CardPath {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration MOVE = Duration.ofSeconds(30);
    private static final Duration ENGAGE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 4;

    private final MaticaLink link;

    public MaticaSession(MaticaLink link) {
        this.link = link;
    }

    @Override
    public void bring(Encoder encoder, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        boolean load = from == CardLocation.HOPPER;
        requireReady(load, deadline);
        CardLocation now = link.location(deadline);
        if (load && now != CardLocation.HOPPER) {
            throw PrinterException.of(PrinterProblem.CARD_INSIDE);
        }
        int command = load ? MaticaProtocol.load(encoder) : MaticaProtocol.move(encoder);
        move(command, now, CardLocation.at(encoder), load ? deadline : deadline.atMost(MOVE));
    }

    /** The contacts, or the antenna, may need a second attempt after a pause. */
    @Override
    public void engage(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        int word = sendUntilAccepted(MaticaProtocol.engage(encoder), deadline.atMost(ENGAGE));
        if (word != MaticaStatus.READY && !MaticaStatus.isBusy(word)) {
            disengage(encoder, deadline);
            Pause.of(RETRY_PAUSE, deadline);
            word = sendUntilAccepted(MaticaProtocol.engage(encoder), deadline.atMost(ENGAGE));
        }
        requireDone(word);
    }

    @Override
    public void disengage(Encoder encoder, Deadline deadline) throws PrinterException, InterruptedException {
        requireDone(sendUntilAccepted(MaticaProtocol.release(encoder), deadline.atMost(ENGAGE)));
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        leave(MaticaProtocol.EJECT, deadline);
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        leave(MaticaProtocol.REJECT, deadline);
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        return link.location(deadline);
    }

    public void initialise(Deadline deadline) throws PrinterException, InterruptedException {
        requireDone(
                link.send(MaticaProtocol.INITIALISE, Purpose.MOVEMENT, deadline).status());
        waitWhileBusy(deadline);
    }

    /** Sent only with a card inside. */
    private void leave(int command, Deadline deadline) throws PrinterException, InterruptedException {
        requireReady(false, deadline);
        CardLocation now = link.location(deadline);
        if (now == CardLocation.HOPPER) {
            throw PrinterException.of(PrinterProblem.CARD_LOST).withKind(FailureKind.OPERATOR_NEEDED);
        }
        move(command, now, CardLocation.HOPPER, deadline.atMost(MOVE));
    }

    /**
     * The hopper matters only for feeding; the printer reports not ready while it is empty. After a power interruption
     * it has to be initialised.
     */
    private void requireReady(boolean needsCard, Deadline deadline) throws PrinterException, InterruptedException {
        int word = waitWhileBusy(deadline);
        if (word == MaticaStatus.POWER_INTERRUPTED) {
            initialise(deadline);
            word = waitWhileBusy(deadline);
        }
        boolean good = word == MaticaStatus.READY || word == MaticaStatus.NO_CARDS && !needsCard;
        if (!good) {
            throw MaticaStatus.failure(word);
        }
    }

    private void move(int command, CardLocation before, CardLocation target, Deadline deadline)
            throws PrinterException, InterruptedException {
        int word = link.send(command, Purpose.MOVEMENT, deadline).status();
        for (int left = ATTEMPTS; MaticaStatus.isPostponed(word) && left > 1; left--) {
            Pause.of(POLL_INTERVAL, deadline);
            waitWhileBusy(deadline);
            if (link.location(deadline) != before) {
                break;
            }
            word = link.send(command, Purpose.MOVEMENT, deadline).status();
        }
        if (!MaticaStatus.isPostponed(word)) {
            requireDone(word);
        } else if (link.location(deadline) == before) {
            throw MaticaStatus.failure(word);
        }
        arrive(target, deadline);
    }

    private void arrive(CardLocation target, Deadline deadline) throws PrinterException, InterruptedException {
        try {
            int word = waitWhileBusy(deadline);
            if (word != MaticaStatus.READY && word != MaticaStatus.NO_CARDS) {
                throw MaticaStatus.failure(word);
            }
            CardLocation card = link.location(deadline);
            if (card != target) {
                throw PrinterException.of(PrinterProblem.CARD_LOST)
                        .withDetail("expected at " + target + ", reported at " + card);
            }
        } catch (PrinterException e) {
            boolean silent = e.problem().is(PrinterProblem.NO_ANSWER)
                    || e.problem().is(PrinterProblem.UNREACHABLE)
                    || e.problem().is(PrinterProblem.BUSY);
            throw silent ? Purpose.MOVEMENT.unanswered(e) : e;
        }
    }

    /** Sends a command that moves no card and may be repeated, until it is not postponed. */
    private int sendUntilAccepted(int command, Deadline deadline) throws PrinterException, InterruptedException {
        int word = link.send(command, Purpose.QUERY, deadline).status();
        for (int left = ATTEMPTS; isTransient(word) && left > 1; left--) {
            Pause.of(POLL_INTERVAL, deadline);
            if (word == MaticaStatus.POWER_INTERRUPTED) {
                initialise(deadline);
            }
            waitWhileBusy(deadline);
            word = link.send(command, Purpose.QUERY, deadline).status();
        }
        return word;
    }

    private static boolean isTransient(int word) {
        return MaticaStatus.isPostponed(word) || word == MaticaStatus.POWER_INTERRUPTED;
    }

    /** A change is reported once; the next reply contains the current state. */
    private int waitWhileBusy(Deadline deadline) throws PrinterException, InterruptedException {
        int word = link.readiness(deadline);
        for (int left = ATTEMPTS; MaticaStatus.isBusy(word) || word == MaticaStatus.TRY_AGAIN && left > 1; left--) {
            if (deadline.remaining().compareTo(POLL_INTERVAL) <= 0) {
                throw MaticaStatus.failure(word);
            }
            Pause.of(POLL_INTERVAL, deadline);
            word = link.readiness(deadline);
        }
        return word;
    }

    private static void requireDone(int word) throws PrinterException {
        if (word != MaticaStatus.READY) {
            throw MaticaStatus.failure(word);
        }
    }
}
