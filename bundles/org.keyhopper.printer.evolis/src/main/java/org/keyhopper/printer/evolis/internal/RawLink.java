package org.keyhopper.printer.evolis.internal;

import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.evolis.internal.EvolisOptions.PresenceReply;
import org.keyhopper.printer.support.Purpose;
import org.keyhopper.printer.support.Wire;
import org.keyhopper.printer.support.WireClient;

/** Commands straight to the printer. How to read its status words is not public: it is known by its last reply only. */
final class RawLink implements EvolisLink {

    private static final Set<Recovery> WITH_CARD = Set.of(Recovery.CLEAR, Recovery.REJECT_CARD, Recovery.EJECT_CARD);

    private static final String NO_CARD = "NO CARD";

    private final WireClient wire;
    private final PresenceReply presence;

    RawLink(String address, Wire.Source wires, PresenceReply presence) {
        this.wire = new WireClient(address, wires);
        this.presence = presence;
    }

    @Override
    public String send(String command, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        return wire.exchange(EvolisProtocol.encode(command), purpose, EvolisProtocol::readReply, deadline);
    }

    @Override
    public PrinterStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        try {
            String last = send(EvolisProtocol.LAST_REPLY, Purpose.QUESTION, deadline);
            return status(last, card(deadline)).withVendor("", last);
        } catch (PrinterException e) {
            if (e.problem().is(PrinterProblem.UNREACHABLE) || e.problem().is(PrinterProblem.NO_ANSWER)) {
                return PrinterStatus.of(PrinterStatus.State.OFFLINE, CardLocation.UNKNOWN)
                        .with(Set.of(e.problem()));
            }
            throw e;
        }
    }

    @Override
    public void takeOver(Deadline deadline) throws PrinterException, InterruptedException {
        String reply = send(EvolisProtocol.ERRORS_TO_HOST, Purpose.QUESTION, deadline);
        if (!EvolisReply.isDone(reply)) {
            throw EvolisReply.reason(EvolisProtocol.ERRORS_TO_HOST, reply)
                    .orElseGet(() -> EvolisReply.unexplained(reply));
        }
    }

    @Override
    public void handBack(Deadline deadline) throws PrinterException, InterruptedException {
        send(EvolisProtocol.ERRORS_TO_PRINTER, Purpose.QUESTION, deadline);
    }

    @Override
    public boolean tellsPresence() {
        return presence != PresenceReply.OFF;
    }

    @Override
    public void close() {
        wire.close();
    }

    private CardLocation card(Deadline deadline) throws PrinterException, InterruptedException {
        if (presence == PresenceReply.OFF) {
            return CardLocation.UNKNOWN;
        }
        String reply = send(EvolisProtocol.CARD_INSIDE, Purpose.QUESTION, deadline);
        boolean empty = presence == PresenceReply.OK ? EvolisReply.isDone(reply) : reply.equals(NO_CARD);
        return empty ? CardLocation.HOPPER : CardLocation.INSIDE;
    }

    private static PrinterStatus status(String last, CardLocation card) {
        Optional<PrinterException> reason = EvolisReply.reason(EvolisProtocol.LAST_REPLY, last);
        if (reason.isPresent()) {
            Problem problem = reason.get().problem();
            return PrinterStatus.of(PrinterStatus.State.NEEDS_OPERATOR, card)
                    .with(Set.of(problem))
                    .withRecoveries(Set.of(Recovery.CLEAR));
        }
        if (EvolisReply.value(last).isEmpty()) {
            return PrinterStatus.of(PrinterStatus.State.FAULT, card)
                    .with(Set.of(EvolisReply.unexplained(last).problem()))
                    .withRecoveries(WITH_CARD);
        }
        return PrinterStatus.of(PrinterStatus.State.READY, card)
                .withRecoveries(card == CardLocation.INSIDE ? WITH_CARD : Set.of(Recovery.CLEAR));
    }
}
