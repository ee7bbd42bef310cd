package org.keyhopper.fido.internal;

import java.util.concurrent.CompletableFuture;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.AuthenticatorFactory;
import org.keyhopper.fido.DeviceException;
import org.keyhopper.fido.internal.ctap.CtapDevice;
import org.keyhopper.fido.internal.ctap.PinProtocols;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens CTAP2 authenticators. */
@Component(service = AuthenticatorFactory.class)
public final class CtapAuthenticatorFactory implements AuthenticatorFactory {

    /** Loads the cryptography meanwhile: a tenth of a second, otherwise the first device's. */
    @Activate
    public CtapAuthenticatorFactory() {
        CompletableFuture.runAsync(PinProtocols::warmUp);
    }

    @Override
    public Authenticator open(FidoChannel channel) throws DeviceException {
        return new CtapAuthenticator(CtapDevice.open(channel));
    }
}
