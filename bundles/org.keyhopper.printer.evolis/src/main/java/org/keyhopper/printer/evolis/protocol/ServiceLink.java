package org.keyhopper.printer.evolis.protocol;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.FailureKind;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.evolis.protocol.EvolisOptions.PresenceReply;
import org.keyhopper.printer.evolis.status.EvolisStatus;
import org.keyhopper.printer.evolis.status.StatusWords;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/** Sends commands to one printer through the vendor's service. */
public final class ServiceLink implements EvolisLink {

    private static final String SEND = "CMD.SendCommand";
    private static final Duration REPLY_DELAY = Duration.ofMillis(500);
    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(5);

    /**
     * A rejection within this time means that the printer did not accept the command; a later one may have been
     * preceded by its execution.
     */
    private static final Duration IMMEDIATE = Duration.ofSeconds(1);

    private final ServiceClient service;
    private final String device;
    private final PresenceReply presence;
    private final InstantSource clock;
    private final CommandRetry attempts;
    private final PositionQuery positions = new PositionQuery();

    private boolean known;
    private boolean statusSwitchedOn;

    public ServiceLink(ServiceClient service, String device, PresenceReply presence) {
        this(service, device, presence, InstantSource.system(), new CommandRetry(InstantSource.system(), Pause::of));
    }

    public ServiceLink(
            ServiceClient service, String device, PresenceReply presence, InstantSource clock, CommandRetry attempts) {
        this.service = service;
        this.device = device;
        this.presence = presence;
        this.clock = clock;
        this.attempts = attempts;
    }

    @Override
    public String send(String command, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        positions.sent(command);
        return sendOnce(command, purpose, deadline);
    }

    private String sendOnce(String command, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        attempts.awaitNext(deadline);
        Instant began = clock.instant();
        ServiceMessages.Answer answer = command(command, purpose, deadline);
        if (answer.error().isPresent()) {
            ServiceError error = answer.error().get();
            boolean first = !attempts.wereRefused();
            boolean atOnce = Duration.between(began, clock.instant()).compareTo(IMMEDIATE) < 0;
            PrinterException refusal = refusal(error, command, purpose, atOnce, deadline);
            if (first && error.kind() == ServiceError.Kind.RESERVED && !deadline.hasPassed()) {
                // Most sessions are short, and nothing was executed.
                return sendOnce(command, purpose, deadline);
            }
            throw refusal;
        }
        known = true;
        attempts.succeeded();
        return answer.result().orElse("");
    }

    /** The service ignores its timeout parameter for printers on Ethernet: the deadline is enforced here. */
    private ServiceMessages.Answer command(String command, Purpose purpose, Deadline deadline)
            throws PrinterException, InterruptedException {
        long timeout = Math.max(1, deadline.remaining().minus(REPLY_DELAY).toMillis());
        return service.call(
                SEND,
                Map.of("command", command, "device", device, "timeout", String.valueOf(timeout)),
                purpose,
                deadline);
    }

    @Override
    public EvolisStatus status(Deadline deadline) throws PrinterException, InterruptedException {
        ServiceMessages.Answer answer;
        try {
            answer = ask("SUPERVISION.GetState", deadline);
        } catch (PrinterException e) {
            return EvolisStatus.unreachable(e.problem());
        }
        if (answer.error()
                .filter(error -> error.kind() == ServiceError.Kind.NOT_FOUND)
                .isPresent()) {
            statusSwitchedOn = false;
            return EvolisStatus.unreachable(absent(answer.error().get()).problem());
        }
        EvolisStatus status = EvolisStatus.of(answer.result().orElse(""));
        if (status.isOffline()) {
            statusSwitchedOn = false;
            return status;
        }
        Optional<StatusWords> words = words(deadline);
        status = words.map(status::with).orElse(status);
        return asksPosition() ? located(status, deadline) : status;
    }

    /** Queries the printer itself, since the service's state may be late. */
    private EvolisStatus located(EvolisStatus status, Deadline deadline) throws InterruptedException {
        AtomicBoolean reserved = new AtomicBoolean();
        try {
            CardLocation told = positions.read(
                    () -> {
                        ServiceMessages.Answer answer =
                                command(EvolisProtocol.CARD_INSIDE, Purpose.QUERY, soon(deadline));
                        answer.error().ifPresent(error -> reserved.set(error.kind() == ServiceError.Kind.RESERVED));
                        return answer.result().orElse("");
                    },
                    deadline);
            EvolisStatus seen = told == CardLocation.UNKNOWN ? status : status.at(told);
            return reserved.get() ? seen.reservedByAnother() : seen;
        } catch (PrinterException e) {
            return status;
        }
    }

    @Override
    public Optional<StatusWords> words(Deadline deadline) throws PrinterException, InterruptedException {
        ServiceMessages.Answer answer = ask("CMD.GetStatus", deadline);
        boolean off = answer.error().filter(ServiceError::isNoStatus).isPresent();
        if (off && !statusSwitchedOn) {
            statusSwitchedOn = true;
            command(EvolisProtocol.STATUS_ON, Purpose.QUERY, soon(deadline));
            answer = ask("CMD.GetStatus", deadline);
        }
        Optional<StatusWords> words = answer.result().flatMap(StatusWords::read);
        if (words.filter(StatusWords::justRestarted).isPresent()) {
            statusSwitchedOn = false;
        }
        return words;
    }

    @Override
    public CardLocation position(Deadline deadline) throws PrinterException, InterruptedException {
        if (!asksPosition()) {
            return CardLocation.UNKNOWN;
        }
        CardLocation told =
                positions.read(() -> sendOnce(EvolisProtocol.CARD_INSIDE, Purpose.QUERY, soon(deadline)), deadline);
        return told != CardLocation.UNKNOWN
                ? told
                : words(deadline).map(StatusWords::position).orElse(CardLocation.UNKNOWN);
    }

    @Override
    public boolean asksPosition() {
        return presence != PresenceReply.OFF;
    }

    @Override
    public boolean statusLags() {
        return true;
    }

    @Override
    public void takeOver(Deadline deadline) {
        // The service supervises the printer's errors; this link must not change that.
    }

    @Override
    public void handBack(Deadline deadline) {
        // See {@link #takeOver}.
    }

    @Override
    public void close() {
        service.close();
    }

    private ServiceMessages.Answer ask(String method, Deadline deadline) throws PrinterException, InterruptedException {
        return service.call(method, Map.of("device", device), Purpose.QUERY, soon(deadline));
    }

    private static Deadline soon(Deadline deadline) {
        return deadline.remaining().compareTo(QUERY_TIMEOUT) < 0 ? deadline : Deadline.in(QUERY_TIMEOUT);
    }

    private PrinterException refusal(
            ServiceError error, String command, Purpose purpose, boolean atOnce, Deadline deadline)
            throws PrinterException, InterruptedException {
        boolean movement = purpose == Purpose.MOVEMENT;
        return switch (error.kind()) {
            case SERVICE_ABSENT -> service.absent(error.toString());
            case REFUSED ->
                PrinterException.of(PrinterProblem.COMMAND_REFUSED, command).withDetail(error.toString());
            case NOT_FOUND -> absent(error);
            case RESERVED -> attempts.refused(PrinterProblem.RESERVED, error.toString());
            case NOT_TAKEN -> movement && !atOnce ? unconfirmed(error) : notTaken(error, deadline);
            case TIMED_OUT -> movement ? unconfirmed(error) : notTaken(error, deadline);
            case OTHER ->
                movement
                        ? unconfirmed(error)
                        : PrinterException.of(PrinterProblem.OTHER, String.valueOf(error.code()))
                                .withDetail(error.toString());
        };
    }

    private static PrinterException unconfirmed(ServiceError error) {
        return Purpose.MOVEMENT.unanswered(new IOException(error.toString()));
    }

    /** The service does not distinguish a printer that is switched off from one that it never knew. */
    private PrinterException absent(ServiceError error) {
        PrinterException failure = known
                ? PrinterException.of(PrinterProblem.OFFLINE)
                : PrinterException.of(PrinterProblem.NOT_FOUND, device).withKind(FailureKind.OPERATOR_NEEDED);
        return failure.withDetail(error.toString());
    }

    /** The state shows whether the printer is switched off or only busy. */
    private PrinterException notTaken(ServiceError error, Deadline deadline)
            throws PrinterException, InterruptedException {
        ServiceMessages.Answer state = ask("SUPERVISION.GetState", deadline);
        if (state.error().isPresent() && state.error().get().kind() == ServiceError.Kind.NOT_FOUND) {
            return absent(state.error().get());
        }
        if (EvolisStatus.of(state.result().orElse("")).isOffline()) {
            return PrinterException.of(PrinterProblem.OFFLINE).withDetail(error.toString());
        }
        return attempts.refused(PrinterProblem.BUSY, error.toString());
    }
}
