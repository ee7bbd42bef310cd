package org.keyhopper.api.request;

import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.osgi.annotation.versioning.ConsumerType;

/** Questions and instructions to the operator. Called on worker threads, never on a UI thread. */
@ConsumerType
public interface OperatorPrompts {

    /**
     * Asks for a PIN. Blocks until the operator answers; interruptible.
     *
     * @return the PIN, to be closed by the caller, or empty if the operator cancels or has no PIN other than the one
     *     refused
     */
    Optional<Secret> enterPin(PinQuestion question);

    /**
     * Asks whether the last PIN attempt of a device may be used; a wrong PIN then blocks the device until it is reset,
     * which deletes its credentials. Called before {@link #enterPin}. Blocks until the operator answers; interruptible.
     *
     * @return false unless the operator has confirmed this question
     */
    default boolean confirmLastPinAttempt(PinQuestion question) {
        return false;
    }

    /** Shows the operator what to do with the device. Does not block. */
    void instruct(Instruction instruction);

    /** Returns how the operator is asked to identify a device; empty if there is no operator to ask. */
    default Optional<DeviceConfirmation> deviceConfirmation() {
        return Optional.empty();
    }
}
