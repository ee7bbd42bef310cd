package org.keyhopper.core.device;

import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.LinkId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks after one device that is plugged in, outside of any run. Every method blocks until the device has answered, so
 * none is called on a UI thread; the talking is done on the device's worker.
 *
 * <p>What fails says why: any {@link org.keyhopper.api.device.DeviceProblem}, or DEVICE_IN_USE while a run has the device.
 * {@link Answer.Unclear} comes only of what changes a device, when the device was lost before it answered: it may have been
 * done, which a new look tells. PINs stay the caller's to close, and none is ever tried twice.
 * Where one try is left, whatever would use it fails with PIN_LAST_TRY and sends nothing, unless {@link #allowingLastTry} allows it.
 */
@ProviderType
public interface DeviceManagement {

    /**
     * Finds out what the device tells without its PIN. That it cannot be used, or not even asked, is no failure but the
     * obstacle in its facts. Fails only while a run is working on the device.
     */
    Answer<DeviceDetails> inspect(LinkId device);

    /**
     * Lists what is on the device; one exchange for each passkey. PIN_INVALID costs one try. NOT_SUPPORTED where the
     * device cannot list.
     */
    Answer<DeviceContent> list(LinkId device, Secret pin);

    /**
     * Deletes one passkey from the device, and notes that in the inventory if it was one of ours. At the directory it stays
     * listed. NO_CREDENTIALS when it is not there, NOT_SUPPORTED where the device cannot.
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
     * Resets the device, and notes that in the inventory for all of ours that were on it. The operator is asked to take out
     * and put back a device whose power only a person can take. It is reset only if it is proved to be the same one, or if the
     * operator confirms it where nothing can prove it: CANNOT_TELL_APART where nobody can be asked, NOT_CONFIRMED. Another
     * one put in instead is reported, left alone, and the right one waited for once more. A missed window or touch is
     * reported, and guided through once more.
     *
     * @return where the device is now: a new stay when it was taken out
     */
    Answer<LinkId> reset(ResetOrder order);

    /** Returns the same, allowed to use the last try for a PIN. Only for what an operator has agreed to. */
    DeviceManagement allowingLastTry();

    /** Makes the device show itself; false when it cannot. */
    Answer<Boolean> wink(LinkId device);
}
