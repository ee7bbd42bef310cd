package org.keyhopper.rehearsal.station;

import java.util.function.BooleanSupplier;
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

    RehearsalChannel(Card card, BooleanSupplier present) {
        this.card = card;
        this.present = present;
    }

    @Override
    public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
        requirePresence();
        Interaction interaction =
                new Interaction(() -> UserPresence.Answer.PRESENT, status -> {}, () -> control.cancel()
                        .isCancelled());
        try {
            byte[] answer = card.handle(message, interaction).orElseThrow(RehearsalChannel::gone);
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

    private void requirePresence() throws ChannelException {
        if (!present.getAsBoolean()) {
            throw gone();
        }
    }

    private static ChannelException gone() {
        return new ChannelException(Problem.of(DeviceProblem.GONE));
    }
}
