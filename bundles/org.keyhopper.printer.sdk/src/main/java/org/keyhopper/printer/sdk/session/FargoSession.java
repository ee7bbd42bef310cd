package org.keyhopper.printer.sdk.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.protocol.FargoLink;
import org.keyhopper.printer.sdk.protocol.FargoOptions;
import org.keyhopper.printer.sdk.status.FargoActivity;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/**
 * Movements from encoder to encoder: once the printer is ready, the card is sent to an encoder, and its arrival is
 * indicated according to the family. To eject a card it is sent to the exit; the printer is ready once it has left.
 */
public final class FargoSession implements CardPath {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(3);
    private static final int MAX_SILENCE = 20;
    private static final int ANY_HOPPER = 0;
    private static final String OUT = "eject";
    private static final String REJECT = "reject";

    private final FargoLink link;
    private final FargoOptions options;
    private final Encoder encoder;
    private final Optional<NetworkEncoder> network;

    /** @param network the encoder, if it is on the network */
    public FargoSession(FargoLink link, FargoOptions options, Encoder encoder, Optional<NetworkEncoder> network) {
        this.link = link;
        this.options = options;
        this.encoder = encoder;
        this.network = network;
    }

    @Override
    public void bring(Encoder target, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (from == CardLocation.HOPPER) {
            awaitReady(deadline);
        }
        link.move(target.name().toLowerCase(Locale.ROOT), options.hopper(), deadline);
        await(now -> isDocked(now, deadline), deadline);
    }

    @Override
    public void engage(Encoder target, Deadline deadline) throws PrinterException, InterruptedException {
        if (network.isPresent()) {
            network.get().awaitCard(deadline);
        }
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        leave(OUT, deadline);
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        leave(REJECT, deadline);
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        FargoActivity now = link.activity(deadline);
        if (now.isUnknown() || now.isException()) {
            return CardLocation.UNKNOWN;
        }
        if (isDocked(now, deadline)) {
            return CardLocation.at(encoder);
        }
        return now.isResting() ? CardLocation.HOPPER : CardLocation.UNKNOWN;
    }

    private void leave(String exit, Deadline deadline) throws PrinterException, InterruptedException {
        link.move(exit, ANY_HOPPER, deadline);
        await(FargoActivity::isResting, deadline);
    }

    /** A printer needs a moment after it has released a card. */
    private void awaitReady(Deadline deadline) throws PrinterException, InterruptedException {
        Deadline ready = deadline.atMost(READY_TIMEOUT);
        FargoActivity now = link.activity(deadline);
        while (!now.isResting()) {
            if (now.isUnknown()) {
                throw PrinterException.of(PrinterProblem.OFFLINE);
            }
            requireUsable(now, deadline);
            if (ready.hasPassed()) {
                throw PrinterException.of(PrinterProblem.BUSY).withDetail(now.word());
            }
            Pause.of(POLL_INTERVAL, ready);
            now = link.activity(deadline);
        }
    }

    private void await(Condition end, Deadline deadline) throws PrinterException, InterruptedException {
        int silence = 0;
        FargoActivity now = link.activity(deadline);
        while (now.isUnknown() || !isReached(end, now, deadline)) {
            silence = now.isUnknown() ? silence + 1 : 0;
            Pause.of(POLL_INTERVAL, deadline);
            if (deadline.hasPassed() || silence > MAX_SILENCE) {
                throw Purpose.MOVEMENT.unanswered(new IOException("the activity is still " + now.word()));
            }
            now = link.activity(deadline);
        }
    }

    private boolean isReached(Condition end, FargoActivity now, Deadline deadline)
            throws PrinterException, InterruptedException {
        requireUsable(now, deadline);
        try {
            return end.isReached(now);
        } catch (PrinterException e) {
            throw e.problem().is(PrinterProblem.NO_ANSWER) ? Purpose.MOVEMENT.unanswered(e) : e;
        }
    }

    private boolean isDocked(FargoActivity now, Deadline deadline) throws PrinterException, InterruptedException {
        return options.family().isEncoding(now, encoder)
                || options.family().reportsCardAtEncoder() && link.isPresent(encoder, deadline);
    }

    private void requireUsable(FargoActivity now, Deadline deadline) throws PrinterException, InterruptedException {
        if (now.isPaused()) {
            throw PrinterException.of(PrinterProblem.LOCKED).withDetail(now.word());
        }
        if (now.isException()) {
            boolean inside = options.family().reportsCardAtEncoder() && link.isPresent(encoder, deadline);
            throw now.error().failure(inside, now.detail());
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean isReached(FargoActivity now) throws PrinterException, InterruptedException;
    }
}
