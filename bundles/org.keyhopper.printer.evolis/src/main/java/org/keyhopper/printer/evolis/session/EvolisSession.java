package org.keyhopper.printer.evolis.session;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.evolis.protocol.EvolisLink;
import org.keyhopper.printer.evolis.protocol.EvolisOptions;
import org.keyhopper.printer.evolis.protocol.EvolisProtocol;
import org.keyhopper.printer.evolis.protocol.EvolisReply;
import org.keyhopper.printer.evolis.status.EvolisCause.Step;
import org.keyhopper.printer.evolis.status.EvolisStatus;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/**
 * The movements of an Evolis printer. A movement is judged by its reply and by the position of the card, never by the
 * state.
 */
public final class EvolisSession implements CardPath {

    private static final Duration HAND_BACK_TIMEOUT = Duration.ofSeconds(5);

    /** The maximum delay of state and position. */
    private static final Duration LAG = Duration.ofSeconds(4);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final EvolisLink link;
    private final EvolisOptions.RejectBox rejectBox;
    private boolean failedWhileFeeding;

    public EvolisSession(EvolisLink link, EvolisOptions.RejectBox rejectBox) {
        this.link = link;
        this.rejectBox = rejectBox;
    }

    @Override
    public void bring(Encoder target, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (failedWhileFeeding && from == CardLocation.HOPPER) {
            clear(deadline);
        }
        failedWhileFeeding = true;
        move(EvolisProtocol.toEncoder(target), Step.FEED, deadline);
        failedWhileFeeding = false;
    }

    /** Clears the printer's error. Not with a card inside, which some models then reject. */
    public void clear(Deadline deadline) throws PrinterException, InterruptedException {
        if (!EvolisStatus.isInside(link.position(deadline))) {
            link.send(EvolisProtocol.CLEAR, Purpose.MOVEMENT, deadline);
        }
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        move(EvolisProtocol.EJECT, Step.EJECT, deadline);
        awaitGone(deadline);
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        move(rejectBox.command(), Step.REJECT, deadline);
        awaitGone(deadline);
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        return link.position(deadline);
    }

    @Override
    public void end() throws PrinterException, InterruptedException {
        link.handBack(Deadline.in(HAND_BACK_TIMEOUT));
    }

    private void move(String command, Step step, Deadline deadline) throws PrinterException, InterruptedException {
        String reply = link.send(command, Purpose.MOVEMENT, deadline);
        if (!EvolisReply.isDone(reply)) {
            Optional<PrinterException> reason = EvolisReply.reason(command, reply);
            throw reason.isPresent() ? reason.get() : withCause(reply, step, deadline);
        }
    }

    /** The reply says only that there is an error; the status may contain the cause, and may be late. */
    private PrinterException withCause(String reply, Step step, Deadline deadline) throws InterruptedException {
        Deadline latest = latest(deadline);
        try {
            while (true) {
                EvolisStatus status = link.status(deadline);
                Optional<PrinterException> cause = status.stopping(step, reply);
                if (cause.filter(found -> found.kind() != FailureKind.BUSY).isPresent()) {
                    return cause.get();
                }
                if (latest.hasPassed() || !link.statusLags()) {
                    return EvolisReply.unexplained(reply);
                }
                Pause.of(POLL_INTERVAL, latest);
            }
        } catch (PrinterException e) {
            return EvolisReply.unexplained(reply);
        }
    }

    /** An empty printer replies {@code OK} as well: a card that is still inside afterwards has not been moved. */
    private void awaitGone(Deadline deadline) throws PrinterException, InterruptedException {
        Deadline latest = latest(deadline);
        while (isStillInside(deadline)) {
            if (latest.hasPassed()) {
                throw PrinterException.of(PrinterProblem.JAM).withDetail("OK, but the card is still inside");
            }
            Pause.of(POLL_INTERVAL, latest);
        }
    }

    private boolean isStillInside(Deadline deadline) throws InterruptedException {
        try {
            return link.asksPosition()
                    && EvolisStatus.isInside(
                            EvolisReply.position(link.send(EvolisProtocol.CARD_INSIDE, Purpose.QUERY, deadline)));
        } catch (PrinterException e) {
            // Only a card reported inside contradicts the reply.
            return false;
        }
    }

    private static Deadline latest(Deadline deadline) {
        return deadline.remaining().compareTo(LAG) < 0 ? deadline : Deadline.in(LAG);
    }
}
