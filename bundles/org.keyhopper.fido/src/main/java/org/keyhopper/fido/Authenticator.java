package org.keyhopper.fido;

import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.transport.ExchangeControl;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One FIDO2 authenticator (CTAP 2.2) behind a channel. All calls block and come from the device's worker thread. Each
 * call takes the device for itself for as long as it needs its PIN token, and lets go of it before it returns.
 *
 * <p>Every method that ends with {@link DeviceException} says in its problem whether the device refused (any CTAP code)
 * or was lost (GONE, TIMEOUT, READER_ERROR …); whether what was asked may have been done is told by {@link
 * DeviceException#changedNothing()}.
 */
@ProviderType
public interface Authenticator {

    /**
     * Returns the answer to the last authenticatorGetInfo, with a PIN set or changed since taken into account. Fast.
     * After a change of configuration or a deletion {@link #readInfo()} tells the effect; what is done next with the
     * device asks it again by itself.
     */
    AuthenticatorInfo info();

    /** Asks the device again. */
    AuthenticatorInfo readInfo() throws DeviceException;

    DevicePin pin();

    DeviceCredentials credentials();

    DeviceConfiguration configuration();

    /**
     * Has the device show itself and wait for a touch, which changes nothing (authenticatorSelection, CTAP 2.2 section
     * 6.9; before CTAP 2.1 a makeCredential for nobody, as section 6.1.2 provides for). Returns when it was touched;
     * NOT_TOUCHED or CANCELLED when not.
     */
    void awaitTouch(ExchangeControl control) throws DeviceException;

    /**
     * Erases everything (CTAP 2.2 section 6.6): all credentials, the PIN, the configuration. Must follow a power-up
     * within the device's window; may need a touch, which the control's keep-alive tells. RESET_TOO_LATE, NOT_TOUCHED or
     * RESET_NOT_POSSIBLE when refused. Leaves {@link #info()} fresh.
     */
    void reset(ExchangeControl control) throws DeviceException;
}
