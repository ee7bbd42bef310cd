package org.keyhopper.fido;

import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.transport.ExchangeControl;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A FIDO2 authenticator (CTAP 2.2) behind a channel. All calls block and are made on the device's worker thread. A call
 * that needs a PIN token holds the device exclusively while it uses the token, and releases it before it returns.
 *
 * <p>The problem of a {@link DeviceException} says whether the device refused (any CTAP code) or was lost (GONE,
 * TIMEOUT, READER_ERROR …); {@link DeviceException#changedNothing()} says whether the operation may have been executed.
 */
@ProviderType
public interface Authenticator {

    /**
     * Returns the last response to authenticatorGetInfo, updated for a PIN that was set or changed since. Does not
     * block. After a change of configuration or a deletion, {@link #readInfo()} returns the effect; later operations
     * refresh it themselves.
     */
    AuthenticatorInfo info();

    /** Queries the device again. */
    AuthenticatorInfo readInfo() throws DeviceException;

    DevicePin pin();

    DeviceCredentials credentials();

    DeviceConfiguration configuration();

    /**
     * Waits for a touch that changes nothing (authenticatorSelection, CTAP 2.2 section 6.9; before CTAP 2.1 a
     * makeCredential with a dummy relying party, section 6.1.2). Returns when the device was touched; otherwise fails
     * with NOT_TOUCHED or CANCELLED.
     */
    void awaitTouch(ExchangeControl control) throws DeviceException;

    /**
     * Resets the device (CTAP 2.2 section 6.6): deletes all credentials, the PIN and the configuration. Must follow a
     * power-up within the device's time window; may require a touch, which is reported by the control's keep-alive.
     * Fails with RESET_TOO_LATE, NOT_TOUCHED or RESET_NOT_POSSIBLE. Updates {@link #info()}.
     */
    void reset(ExchangeControl control) throws DeviceException;
}
