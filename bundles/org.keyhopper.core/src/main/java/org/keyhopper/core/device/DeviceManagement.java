package org.keyhopper.core.device;

import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Manages one connected device outside of runs: its credentials, its PIN, and resetting it. All methods block until the
 * device has answered and are not for UI threads; the work is done on the device's worker. An interrupt ends the wait
 * with CANCELLED.
 *
 * <p>Failures are any {@link org.keyhopper.api.device.DeviceProblem}, or DEVICE_IN_USE while a run uses the device.
 * {@link Answer.Unclear} is returned only by methods that change the device, when it was lost or the wait was
 * interrupted: the change may have been made, which {@link #inspect} shows. PINs remain the caller's to close, and none
 * is tried twice. Where one try is left, a method that would use it fails with PIN_LAST_TRY and sends nothing, unless
 * {@link #allowingLastPinAttempt} permits it.
 */
@ProviderType
public interface DeviceManagement {

    /**
     * Reads what the device reports without its PIN. A device that cannot be used or does not answer is no failure, but
     * an obstacle in its facts. Fails only while a run is working on the device.
     */
    Answer<DeviceDetails> inspect(LinkId device);

    /**
     * Lists what is on the device, with one exchange for each credential. PIN_INVALID costs one try; NOT_SUPPORTED
     * where the device has no credential management.
     */
    Answer<DeviceContent> list(LinkId device, Secret pin);

    /**
     * Deletes a credential from the device, and marks it in the inventory. The directory still lists the passkey.
     * NO_CREDENTIALS when it is not on the device, NOT_SUPPORTED where the device has no credential management.
     *
     * @return always true
     */
    Answer<Boolean> delete(LinkId device, CredentialId credential, Secret pin);

    /**
     * Sets the first PIN. PIN_ALREADY_SET, PIN_TOO_LONG, or PIN_POLICY_VIOLATION when it is too short or too simple.
     *
     * @return always true
     */
    Answer<Boolean> setPin(LinkId device, Secret pin);

    /**
     * Replaces the PIN, also one whose change is forced. PIN_INVALID costs one try.
     *
     * @return always true
     */
    Answer<Boolean> changePin(LinkId device, Secret current, Secret next);

    /**
     * Resets the device (authenticatorReset, CTAP 2.2 section 6.6), and marks its credentials in the inventory. A
     * device whose power only a person can cycle is removed and reinserted by the operator. It is reset only when it is
     * proved to be the same device or, where nothing can prove it, confirmed by the operator: CANNOT_TELL_APART where
     * there is no operator to ask, NOT_CONFIRMED. Another device that is inserted instead is reported and left alone. A
     * missed window or touch is reported, and attempted once more.
     *
     * @return the device's link now: a new one after a reinsertion
     */
    Answer<LinkId> reset(ResetOrder order);

    /** Returns a view that may use the last PIN attempt. Only after the operator has confirmed that. */
    DeviceManagement allowingLastPinAttempt();

    /**
     * Makes the device identify itself, such as by blinking (CTAPHID_WINK, CTAP 2.2 section 11.2.9.2.1); false where it
     * cannot.
     */
    Answer<Boolean> wink(LinkId device);
}
