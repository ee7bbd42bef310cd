package org.keyhopper.fido;

import org.keyhopper.api.settings.Secret;

/**
 * The configuration of a device (authenticatorConfig, CTAP 2.2 section 6.11). NOT_SUPPORTED where the device lacks the
 * function, told before anything is sent. All are safe to repeat.
 */
public interface DeviceConfiguration {

    /** Raises the minimum PIN length in code points; does nothing when it is already as long. It can never be lowered. */
    void raiseMinimumPinLength(int codePoints, Secret pin) throws DeviceException;

    /** Makes the device insist on a new PIN before its next use. After this no token can be had: call it last. */
    void forcePinChange(Secret pin) throws DeviceException;

    /** Switches alwaysUv on; reads the option first since the command toggles. */
    void enableAlwaysUv(Secret pin) throws DeviceException;

    /** Switches enterprise attestation on. */
    void enableEnterpriseAttestation(Secret pin) throws DeviceException;
}
