package org.keyhopper.transport.hid.internal;

import java.time.Duration;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.transport.hid.internal.ctaphid.CtapHid;

/**
 * CTAP2 with the key of one stay. CTAPHID keeps the messages of programs apart, and PIN tokens belong to the key and not
 * to a program, so that a hold has nothing to do. Taking power off a key takes a person.
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
