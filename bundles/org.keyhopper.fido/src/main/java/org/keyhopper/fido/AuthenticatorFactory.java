package org.keyhopper.fido;

import org.keyhopper.api.transport.FidoChannel;
import org.osgi.annotation.versioning.ProviderType;

/** Opens authenticators; an OSGi service, stateless, any thread. */
@ProviderType
public interface AuthenticatorFactory {

    /**
     * Initialises in the background, so that opening the first device takes no longer than others. Called when watching
     * for devices starts; does not block, idempotent, optional.
     */
    default void prepare() {}

    /**
     * Sends authenticatorGetInfo over the channel, on the device's worker thread. The caller keeps ownership of the
     * channel. Fails with U2F_ONLY if the device does not support CTAP2.
     */
    Authenticator open(FidoChannel channel) throws DeviceException;
}
