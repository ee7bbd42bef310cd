package org.keyhopper.rehearsal.ceremony;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.UserPresence;

/** A reader with at most one software authenticator, which can be removed at any message. */
final class OneCardReader implements TransportProvider {

    private TransportListener listener = state -> {};
    private SoftwareAuthenticator card;
    private long arrivals;

    /** The command byte after whose execution the card is removed; 0 never. */
    private volatile int pulledAt;

    @Override
    public String id() {
        return "software";
    }

    @Override
    public synchronized Watch watch(TransportListener follower) {
        listener = follower;
        report();
        return () -> listener = state -> {};
    }

    synchronized void insert(SoftwareAuthenticator inserted) {
        inserted.powerUp();
        card = inserted;
        arrivals++;
        report();
    }

    synchronized void takeOut() {
        card = null;
        report();
    }

    void pullAt(int command) {
        pulledAt = command;
    }

    private void report() {
        listener.changed(
                TransportState.of(List.of("Reader"), card == null ? List.of() : List.of(new Link(card, arrivals))));
    }

    private synchronized boolean holds(SoftwareAuthenticator authenticator) {
        return card == authenticator;
    }

    private final class Link implements DeviceLink {

        private final SoftwareAuthenticator authenticator;
        private final LinkId id;

        Link(SoftwareAuthenticator authenticator, long arrival) {
            this.authenticator = authenticator;
            this.id = new LinkId("software", "Reader", arrival);
        }

        @Override
        public LinkDescription description() {
            return new LinkDescription(id, DeviceKind.CONTACT_CARD, "Software card", Optional.empty(), "");
        }

        @Override
        public FidoChannel open(Deadline deadline) {
            return new Channel(authenticator);
        }
    }

    private final class Channel implements FidoChannel {

        private final SoftwareAuthenticator authenticator;

        Channel(SoftwareAuthenticator authenticator) {
            this.authenticator = authenticator;
        }

        @Override
        public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
            requireCard();
            Interaction interaction =
                    new Interaction(() -> UserPresence.Answer.PRESENT, status -> {}, control.cancel()::isCancelled);
            byte[] answer = authenticator.handle(message, interaction);
            if (message[0] == pulledAt) {
                takeOut();
            }
            requireCard();
            return answer;
        }

        @Override
        public Hold beginExclusive(Deadline deadline) throws ChannelException {
            requireCard();
            return () -> {};
        }

        @Override
        public boolean powerCycle(Deadline deadline) throws ChannelException {
            requireCard();
            authenticator.powerUp();
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

        private void requireCard() throws ChannelException {
            if (!holds(authenticator)) {
                throw new ChannelException(Problem.of(DeviceProblem.GONE));
            }
        }
    }
}
