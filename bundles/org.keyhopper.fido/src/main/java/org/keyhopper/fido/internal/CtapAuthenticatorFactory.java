package org.keyhopper.fido.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.AuthenticatorFactory;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.internal.ctap.CtapDevice;
import org.keyhopper.fido.internal.ctap.PinProtocols;
import org.osgi.service.component.annotations.Component;

/** Opens CTAP2 authenticators. */
@Component(service = AuthenticatorFactory.class)
public final class CtapAuthenticatorFactory implements AuthenticatorFactory {

    private final AtomicBoolean prepared = new AtomicBoolean();

    /** Loads the cryptography classes, which takes about 100 ms. */
    @Override
    public void prepare() {
        if (!prepared.getAndSet(true)) {
            CompletableFuture.runAsync(PinProtocols::warmUp);
        }
    }

    @Override
    public Authenticator open(FidoChannel channel) throws DeviceException {
        return new CtapAuthenticator(CtapDevice.open(channel));
    }
}
