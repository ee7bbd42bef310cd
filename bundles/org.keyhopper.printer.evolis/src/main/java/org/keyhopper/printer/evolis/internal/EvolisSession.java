package org.keyhopper.printer.evolis.internal;

import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Purpose;

/** The movements of an Evolis printer. Errors are cleared only before a card is taken: later it makes some models reject it. */
final class EvolisSession implements CardPath {

    private static final Duration HANDING_BACK = Duration.ofSeconds(5);

    private final EvolisLink link;
    private final Station station;
    private final EvolisOptions.RejectBox rejectBox;
    private boolean failedOnTheWayIn;

    EvolisSession(EvolisLink link, Station station, EvolisOptions.RejectBox rejectBox) {
        this.link = link;
        this.station = station;
        this.rejectBox = rejectBox;
    }

    @Override
    public void bring(Station target, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (failedOnTheWayIn) {
            link.send(EvolisProtocol.CLEAR, Purpose.MOVEMENT, deadline);
        }
        failedOnTheWayIn = true;
        move(EvolisProtocol.toStation(target), deadline);
        failedOnTheWayIn = false;
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        move(EvolisProtocol.EJECT, deadline);
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        move(rejectBox.command(), deadline);
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        PrinterStatus status = link.status(deadline);
        return status.state() == PrinterStatus.State.ENCODING ? CardLocation.at(station) : status.card();
    }

    @Override
    public void end() throws PrinterException, InterruptedException {
        link.handBack(Deadline.in(HANDING_BACK));
    }

    void move(String command, Deadline deadline) throws PrinterException, InterruptedException {
        String reply = link.send(command, Purpose.MOVEMENT, deadline);
        if (!EvolisReply.isDone(reply)) {
            Optional<PrinterException> reason = EvolisReply.reason(command, reply);
            throw reason.isPresent() ? reason.get() : explained(reply, deadline);
        }
    }

    /** The reply says only that there is an error; the printer's status may say which. */
    private PrinterException explained(String reply, Deadline deadline) throws InterruptedException {
        PrinterException plain = EvolisReply.unexplained(reply);
        try {
            Optional<Problem> condition = link.status(deadline).conditions().stream()
                    .filter(EvolisStatus::hinders)
                    .findFirst();
            return condition
                    .filter(found -> !found.is(PrinterProblem.OTHER))
                    .map(found -> new PrinterException(EvolisStatus.trouble(found), found.withDetail(reply), null))
                    .orElse(plain);
        } catch (PrinterException e) {
            return plain;
        }
    }
}
