package org.keyhopper.fido;

import java.util.OptionalInt;
import org.keyhopper.api.settings.Secret;

/** The PIN of a device (authenticatorClientPIN, CTAP 2.2 section 6.5). Never repeats a PIN by itself. */
public interface DevicePin {

    /** Returns the tries left before the PIN is blocked, or empty when the device has no PIN. */
    OptionalInt retries() throws DeviceException;

    /** Sets the first PIN. PIN_POLICY_VIOLATION or PIN_TOO_LONG before anything is sent when its length cannot do. */
    void set(Secret pin) throws DeviceException;

    /** Replaces the PIN. PIN_INVALID costs one try. */
    void change(Secret current, Secret next) throws DeviceException;

    /** Proves that this is the PIN, by obtaining a token with it. PIN_INVALID costs one try. */
    void verify(Secret pin) throws DeviceException;
}
