package org.keyhopper.central.server;

import java.util.Optional;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.core.central.DeviceReport;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.Personalities;
import org.keyhopper.rehearsal.authenticator.model.UserPresence;

/** A channel to a software authenticator that is always touched. */
final class SoftwareKey implements FidoChannel {

    private final SoftwareAuthenticator device;

    private SoftwareKey(String personality) {
        device = SoftwareAuthenticator.fresh(Personalities.parse(personality));
    }

    static SoftwareKey blank() {
        return new SoftwareKey("x5c");
    }

    static SoftwareKey withPin() {
        return new SoftwareKey("x5c+pin=123456");
    }

    /** Returns what a station reports of one with a PIN. */
    static DeviceReport report() throws Exception {
        return new DeviceReport(Authenticators.factory().open(withPin()).info(), "Test key", Optional.empty());
    }

    @Override
    public byte[] exchange(byte[] message, ExchangeControl control) {
        return device.handle(
                message,
                new Interaction(
                        () -> UserPresence.Answer.PRESENT,
                        status -> control.keepAlive().accept(KeepAlive.PROCESSING),
                        control.cancel()::isCancelled));
    }

    @Override
    public Hold beginExclusive(Deadline deadline) {
        return () -> {};
    }

    @Override
    public boolean powerCycle(Deadline deadline) {
        device.powerUp();
        return true;
    }

    @Override
    public boolean wink() {
        return false;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
