package org.keyhopper.fido;

import java.util.List;
import org.keyhopper.api.settings.Secret;

/**
 * The configuration of a device (authenticatorConfig, CTAP 2.2 section 6.11). Fails with NOT_SUPPORTED before anything
 * is sent if the device lacks the function. All methods are idempotent.
 */
public interface DeviceConfiguration {

    /**
     * Raises the minimum PIN length in code points; does nothing if it is already as long. It cannot be lowered without
     * a reset.
     */
    void raiseMinimumPinLength(int codePoints, Secret pin) throws DeviceException;

    /**
     * Names the relying parties that may learn the minimum PIN length by the extension minPinLength (minPinLengthRPIDs); they
     * take the place of those set before.
     */
    void setMinPinLengthRpIds(List<String> rpIds, Secret pin) throws DeviceException;

    /** Requires a new PIN before the next use. No token can be obtained afterwards: call it last. */
    void forcePinChange(Secret pin) throws DeviceException;

    /** Enables alwaysUv; reads the option first, since the command toggles it. */
    void enableAlwaysUv(Secret pin) throws DeviceException;

    /** Enables enterprise attestation. */
    void enableEnterpriseAttestation(Secret pin) throws DeviceException;
}
