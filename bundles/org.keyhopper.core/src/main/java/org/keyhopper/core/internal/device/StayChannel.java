package org.keyhopper.core.internal.device;

import java.util.function.BooleanSupplier;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;

/**
 * A channel that is good for one stay of a device. It knows when it broke, and once its device has left nothing goes over
 * it any more: what lies in the reader then may be the next person's.
 */
final class StayChannel implements FidoChannel {

    private final FidoChannel channel;
    private final BooleanSupplier left;
    private boolean broken;

    StayChannel(FidoChannel channel, BooleanSupplier left) {
        this.channel = channel;
        this.left = left;
    }

    /** Returns whether it is of no more use. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
        return during(() -> channel.exchange(message, control));
    }

    @Override
    public Hold beginExclusive(Deadline deadline) throws ChannelException {
        return during(() -> channel.beginExclusive(deadline));
    }

    @Override
    public boolean powerCycle(Deadline deadline) throws ChannelException {
        return during(() -> channel.powerCycle(deadline));
    }

    @Override
    public boolean wink() throws ChannelException {
        return during(channel::wink);
    }

    @Override
    public void close() {
        channel.close();
    }

    private <T> T during(Use<T> use) throws ChannelException {
        if (left.getAsBoolean()) {
            broken = true;
            throw new ChannelException(Problem.of(DeviceProblem.GONE));
        }
        try {
            return use.of();
        } catch (ChannelException e) {
            broken = true;
            throw e;
        }
    }

    /** One use of the channel. */
    private interface Use<T> {
        T of() throws ChannelException;
    }
}
