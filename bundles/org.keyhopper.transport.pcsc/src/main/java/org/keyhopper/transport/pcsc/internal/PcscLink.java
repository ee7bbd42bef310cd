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
    private final Insertion insertion;
    private final TimedCard.Connector connector;
    private final CardTraitsCache traits;

    PcscLink(LinkDescription description, Insertion insertion, TimedCard.Connector connector, CardTraitsCache traits) {
        this.description = description;
        this.insertion = insertion;
        this.connector = connector;
        this.traits = traits;
    }

    @Override
    public LinkDescription description() {
        return description;
    }

    @Override
    public FidoChannel open(Deadline deadline) throws ChannelException {
        if (insertion.end().isPresent()) {
            throw new ChannelException(insertion.end().get());
        }
        TimedCard card = new TimedCard(insertion.reader(), connector);
        try {
            card.connect(deadline);
            requireSameCard(card);
            PcscChannel channel = new PcscChannel(card, insertion, traits.of(card));
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
        if (!insertion.atr().isEmpty() && !insertion.atr().equals(card.atr())) {
            throw new ChannelException(
                    Problem.of(DeviceProblem.GONE).withDetail("another card in " + insertion.reader()));
        }
    }

    @Override
    public String toString() {
        return description.toString();
    }
}
