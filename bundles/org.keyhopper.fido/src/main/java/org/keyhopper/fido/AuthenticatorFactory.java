package org.keyhopper.fido;

import org.keyhopper.api.transport.FidoChannel;
import org.osgi.annotation.versioning.ProviderType;

/** Opens authenticators; an OSGi service, stateless, any thread. */
@ProviderType
public interface AuthenticatorFactory {

    /**
     * Gets ready off the caller's thread, so that the first device does not take longer than others. For when devices are looked
     * for; fast, idempotent, and not needed to open one.
     */
    default void prepare() {}

    /**
     * Reads authenticatorGetInfo over the channel, on the device's worker. The channel stays the caller's to close.
     * U2F_ONLY when the device has no CTAP2.
     */
    Authenticator open(FidoChannel channel) throws DeviceException;
}
