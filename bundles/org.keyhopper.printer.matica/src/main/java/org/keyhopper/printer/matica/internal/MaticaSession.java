package org.keyhopper.printer.matica.internal;

import java.time.Duration;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/** The movements of an XID printer: accepted by its reply, done when it is ready again and says where the card is. */
final class MaticaSession implements CardPath {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    private final MaticaLink link;

    MaticaSession(MaticaLink link) {
        this.link = link;
    }

    @Override
    public void bring(Station station, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        boolean fromHopper = from == CardLocation.HOPPER;
        requireReady(fromHopper, deadline);
        move(fromHopper ? MaticaProtocol.load(station) : MaticaProtocol.move(station), CardLocation.at(station), deadline);
    }

    @Override
    public void engage(Station station, Deadline deadline) throws PrinterException, InterruptedException {
        requireDone(link.send(MaticaProtocol.engage(station), Purpose.QUESTION, deadline));
    }

    @Override
    public void disengage(Station station, Deadline deadline) throws PrinterException, InterruptedException {
        requireDone(link.send(MaticaProtocol.release(station), Purpose.QUESTION, deadline));
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        requireReady(false, deadline);
        move(MaticaProtocol.EJECT, CardLocation.HOPPER, deadline);
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        requireReady(false, deadline);
        move(MaticaProtocol.REJECT, CardLocation.HOPPER, deadline);
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        return link.location(deadline);
    }

    void initialise(Deadline deadline) throws PrinterException, InterruptedException {
        requireDone(link.send(MaticaProtocol.INITIALISE, Purpose.MOVEMENT, deadline));
        waitWhileBusy(deadline);
    }

    /** The hopper matters only to taking a card; the printer calls itself not ready as long as it is empty. */
    private void requireReady(boolean needsCard, Deadline deadline) throws PrinterException, InterruptedException {
        int word = waitWhileBusy(deadline);
        boolean good = word == MaticaStatus.READY || word == MaticaStatus.NO_CARDS && !needsCard;
        if (!good) {
            throw MaticaStatus.failure(word);
        }
    }

    private void move(int command, CardLocation target, Deadline deadline)
            throws PrinterException, InterruptedException {
        requireDone(link.send(command, Purpose.MOVEMENT, deadline));
        try {
            arrive(target, deadline);
        } catch (PrinterException e) {
            boolean silent = e.problem().is(PrinterProblem.NO_ANSWER)
                    || e.problem().is(PrinterProblem.UNREACHABLE)
                    || e.problem().is(PrinterProblem.BUSY);
            throw silent ? Purpose.MOVEMENT.unanswered(e) : e;
        }
    }

    private void arrive(CardLocation target, Deadline deadline) throws PrinterException, InterruptedException {
        int word = waitWhileBusy(deadline);
        if (word != MaticaStatus.READY && word != MaticaStatus.NO_CARDS) {
            throw MaticaStatus.failure(word);
        }
        CardLocation card = link.location(deadline);
        if (card != target) {
            throw PrinterException.of(PrinterProblem.CARD_LOST)
                    .withDetail("expected at " + target + ", reported at " + card);
        }
    }

    private int waitWhileBusy(Deadline deadline) throws PrinterException, InterruptedException {
        int word = link.readiness(deadline);
        while (MaticaStatus.isBusy(word)) {
            if (deadline.remaining().compareTo(BETWEEN_QUESTIONS) <= 0) {
                throw MaticaStatus.failure(word);
            }
            Pause.of(BETWEEN_QUESTIONS, deadline);
            word = link.readiness(deadline);
        }
        return word;
    }

    private static void requireDone(MaticaMessage reply) throws PrinterException {
        if (reply.status() != MaticaStatus.READY) {
            throw MaticaStatus.failure(reply.status());
        }
    }
}
