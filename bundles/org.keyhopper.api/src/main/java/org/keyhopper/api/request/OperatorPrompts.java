package org.keyhopper.api.request;

import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.osgi.annotation.versioning.ConsumerType;

/** Asks and tells the person at the desk. Called on worker threads, never on a UI thread. */
@ConsumerType
public interface OperatorPrompts {

    /**
     * Asks for a PIN. Blocks until the person answers; interruptible.
     *
     * @return the PIN, closed by the caller, or empty when the person gives up or there is no other than the one refused
     */
    Optional<Secret> enterPin(PinQuestion question);

    /**
     * Asks whether the last try of a device may be used; a wrong PIN then blocks it, and only a reset, which erases it, makes
     * it usable again. Asked before {@link #enterPin}. Blocks until the person answers; interruptible.
     *
     * @return false unless a person has said yes to this very question
     */
    default boolean mayUseLastTry(PinQuestion question) {
        return false;
    }

    /** Tells the person what to do with the device now. Returns at once. */
    void instruct(Instruction instruction);

    /** Returns how the operator is asked which device is in hand; empty where nobody can be asked. */
    default Optional<DeviceConfirmation> deviceConfirmation() {
        return Optional.empty();
    }
}
