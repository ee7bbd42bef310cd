package org.keyhopper.transport.hid.internal;

import java.time.Duration;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.transport.hid.internal.ctaphid.CtapHid;

/**
 * CTAP2 with the key of one insertion. Holds are no-ops, since CTAPHID separates the messages of different programs and
 * PIN tokens belong to the key. Power cycles are not supported; the operator has to reinsert the key.
 */
final class HidChannel implements FidoChannel {

    private static final Duration WINK = Duration.ofSeconds(2);

    private final OpenKey key;
    private final CtapHid ctap;

    HidChannel(OpenKey key, CtapHid ctap) {
        this.key = key;
        this.ctap = ctap;
    }

    @Override
    public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
        key.requireUsable();
        return ctap.exchange(message, control);
    }

    @Override
    public Hold beginExclusive(Deadline deadline) throws ChannelException {
        key.requireUsable();
        return () -> {};
    }

    @Override
    public boolean powerCycle(Deadline deadline) throws ChannelException {
        key.requireUsable();
        return false;
    }

    @Override
    public boolean wink() throws ChannelException {
        key.requireUsable();
        return ctap.wink(Deadline.in(WINK));
    }

    @Override
    public void close() {
        key.close();
    }
}
