package org.keyhopper.printer.evolis.protocol;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.evolis.protocol.EvolisOptions.PresenceReply;
import org.keyhopper.printer.evolis.status.EvolisCause;
import org.keyhopper.printer.evolis.status.EvolisStatus;
import org.keyhopper.printer.evolis.status.StatusWords;
import org.keyhopper.printer.support.ByteStream;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.printer.support.RequestClient;

/**
 * Sends commands directly to the printer. The format of its status words is not public, so the status is derived from
 * its sensors and its last reply.
 */
public final class RawLink implements EvolisLink {

    /** Below this voltage a sensor indicates an empty feeder or an open cover. */
    private static final double SWITCHED_VOLTS = 1;

    private final RequestClient wire;
    private final PresenceReply presence;
    private final PositionQuery positions = new PositionQuery();

    public RawLink(String address, ByteStream.Source wires, PresenceReply presence) {
        this.wire = new RequestClient(address, wires);
        this.presence = presence;
    }

    @Override
    public String send(String command, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        positions.sent(command);
        return exchange(command, purpose, deadline);
    }

    private String exchange(String command, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        return wire.exchange(EvolisProtocol.encode(command), purpose, EvolisProtocol::readReply, deadline);
    }

    @Override
    public EvolisStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        try {
            String last = exchange(EvolisProtocol.LAST_REPLY, Purpose.QUERY, deadline);
            return of(last).with(sensed(deadline)).at(position(deadline));
        } catch (PrinterException e) {
            if (e.problem().is(PrinterProblem.UNREACHABLE) || e.problem().is(PrinterProblem.NO_ANSWER)) {
                return EvolisStatus.unreachable(e.problem());
            }
            throw e;
        }
    }

    private static EvolisStatus of(String last) {
        Optional<PrinterException> reason = EvolisReply.reason(EvolisProtocol.LAST_REPLY, last);
        if (reason.isPresent()) {
            Set<Problem> problems = Set.of(reason.get().problem());
            return EvolisStatus.plain(last, PrinterStatus.State.NEEDS_OPERATOR, problems);
        }
        return EvolisReply.value(last).isEmpty()
                ? EvolisStatus.plain(
                        last,
                        PrinterStatus.State.FAULT,
                        Set.of(EvolisReply.unexplained(last).problem()))
                : EvolisStatus.plain(last, PrinterStatus.State.READY, Set.of());
    }

    /** Models without a sensor refuse to report it. */
    private Set<EvolisCause> sensed(Deadline deadline) throws PrinterException, InterruptedException {
        Set<EvolisCause> causes = EnumSet.noneOf(EvolisCause.class);
        if (hasSwitched(EvolisProtocol.FEEDER_SENSOR, deadline)) {
            causes.add(EvolisCause.FEEDER_EMPTY);
        }
        if (hasSwitched(EvolisProtocol.COVER_SENSOR, deadline)) {
            causes.add(EvolisCause.COVER_OPEN);
        }
        return causes;
    }

    private boolean hasSwitched(String sensor, Deadline deadline) throws PrinterException, InterruptedException {
        double volts =
                EvolisReply.volts(exchange(sensor, Purpose.QUERY, deadline)).orElse(SWITCHED_VOLTS);
        return volts < SWITCHED_VOLTS;
    }

    @Override
    public Optional<StatusWords> words(Deadline deadline) {
        return Optional.empty();
    }

    @Override
    public CardLocation position(Deadline deadline) throws PrinterException, InterruptedException {
        return asksPosition()
                ? positions.read(() -> exchange(EvolisProtocol.CARD_INSIDE, Purpose.QUERY, deadline), deadline)
                : CardLocation.UNKNOWN;
    }

    @Override
    public boolean asksPosition() {
        return presence != PresenceReply.OFF;
    }

    @Override
    public boolean statusLags() {
        return false;
    }

    @Override
    public void takeOver(Deadline deadline) throws PrinterException, InterruptedException {
        String reply = exchange(EvolisProtocol.ERRORS_TO_HOST, Purpose.QUERY, deadline);
        if (!EvolisReply.isDone(reply)) {
            throw EvolisReply.reason(EvolisProtocol.ERRORS_TO_HOST, reply)
                    .orElseGet(() -> EvolisReply.unexplained(reply));
        }
    }

    @Override
    public void handBack(Deadline deadline) throws PrinterException, InterruptedException {
        exchange(EvolisProtocol.ERRORS_TO_PRINTER, Purpose.QUERY, deadline);
    }

    @Override
    public void close() {
        wire.close();
    }
}
