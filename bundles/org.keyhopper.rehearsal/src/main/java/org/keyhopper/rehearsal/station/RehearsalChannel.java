package org.keyhopper.rehearsal.station;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.CardPulledException;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.UserPresence;

/** Passes messages directly to a simulated card while it is in the reader. */
final class RehearsalChannel implements FidoChannel {

    private final Card card;
    private final BooleanSupplier present;
    private final Supplier<Pace> pace;

    RehearsalChannel(Card card, BooleanSupplier present, Supplier<Pace> pace) {
        this.card = card;
        this.present = present;
        this.pace = pace;
    }

    @Override
    public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
        requirePresence();
        // A card that is removed meanwhile has either not seen the command or executed it without an answer.
        Duration half = pace.get().of(message[0]).dividedBy(2);
        sleep(half);
        requirePresence();
        Interaction interaction =
                new Interaction(() -> UserPresence.Answer.PRESENT, status -> {}, () -> control.cancel()
                        .isCancelled());
        try {
            byte[] answer = card.handle(message, interaction).orElseThrow(RehearsalChannel::gone);
            sleep(half);
            requirePresence();
            return answer;
        } catch (CardPulledException e) {
            throw gone();
        }
    }

    @Override
    public Hold beginExclusive(Deadline deadline) throws ChannelException {
        requirePresence();
        return () -> {};
    }

    @Override
    public boolean powerCycle(Deadline deadline) throws ChannelException {
        requirePresence();
        card.powerUp();
        return true;
    }

    @Override
    public boolean wink() {
        return false;
    }

    @Override
    public void close() {
        // No resources are held.
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requirePresence() throws ChannelException {
        if (!present.getAsBoolean()) {
            throw gone();
        }
    }

    private static ChannelException gone() {
        return new ChannelException(Problem.of(DeviceProblem.GONE));
    }
}
