package org.keyhopper.transport.pcsc.internal;

import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.LinkDescription;

/** A card in a reader. */
final class PcscLink implements DeviceLink {

    private final LinkDescription description;
    private final Insertion stay;
    private final TimedCard.Connector connector;
    private final CardTraitsCache traits;

    PcscLink(LinkDescription description, Insertion stay, TimedCard.Connector connector, CardTraitsCache traits) {
        this.description = description;
        this.stay = stay;
        this.connector = connector;
        this.traits = traits;
    }

    @Override
    public LinkDescription description() {
        return description;
    }

    @Override
    public FidoChannel open(Deadline deadline) throws ChannelException {
        if (stay.end().isPresent()) {
            throw new ChannelException(stay.end().get());
        }
        TimedCard card = new TimedCard(stay.reader(), connector);
        try {
            card.connect(deadline);
            requireSameCard(card);
            PcscChannel channel = new PcscChannel(card, stay, traits.of(card));
            channel.beginExclusive(deadline).close();
            return channel;
        } catch (PcscException failure) {
            card.close();
            throw failure.asChannelException();
        } catch (ChannelException | RuntimeException failure) {
            card.close();
            throw failure;
        }
    }

    private void requireSameCard(TimedCard card) throws ChannelException, PcscException {
        if (!stay.atr().isEmpty() && !stay.atr().equals(card.atr())) {
            throw new ChannelException(Problem.of(DeviceProblem.GONE).withDetail("another card in " + stay.reader()));
        }
    }

    @Override
    public String toString() {
        return description.toString();
    }
}
