package org.keyhopper.fido;

import java.util.OptionalInt;
import org.keyhopper.api.settings.Secret;

/** The PIN of a device (authenticatorClientPIN, CTAP 2.2 section 6.5). Never retries a PIN by itself. */
public interface DevicePin {

    /** Returns the number of attempts before the PIN is blocked, or empty if no PIN is set. */
    OptionalInt retries() throws DeviceException;

    /**
     * Sets the first PIN. Fails with PIN_POLICY_VIOLATION or PIN_TOO_LONG before anything is sent if its length is
     * invalid.
     */
    void set(Secret pin) throws DeviceException;

    /** Changes the PIN. PIN_INVALID costs one attempt. */
    void change(Secret current, Secret next) throws DeviceException;

    /** Verifies the PIN by obtaining a token with it. PIN_INVALID costs one attempt. */
    void verify(Secret pin) throws DeviceException;
}
